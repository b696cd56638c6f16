import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { AS_JUDGED } from '../draft';
import { type DeskState } from '../useDesk';
import { PlainInput } from './PlainInput';

const CHOICES = [AS_JUDGED, 'urgent', 'ordinary'] as const;

/** How urgent: as the office judges by the words, or otherwise with a reason [B-02]. */
export function UrgencyInput({ desk }: { desk: DeskState }) {
  const { say, field, value } = useOfficeWords(desk.timeZone);
  return (
    <>
      <Field.Root name="urgency" width="100%" data-field="urgency">
        <Field.Label>{field('ticket', 'urgency')}</Field.Label>
        <SingleSelect
          value={desk.draft.urgency}
          disabled={desk.saving}
          onChange={(urgency) => desk.change({ urgency: String(urgency) })}
        >
          {CHOICES.map((one) => (
            <SingleSelectOption key={one} value={one}>
              {one === AS_JUDGED ? say('intake.urgency.auto') : value(one)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      {desk.draft.urgency !== AS_JUDGED && <PlainInput desk={desk} name="urgencyReason" />}
    </>
  );
}
