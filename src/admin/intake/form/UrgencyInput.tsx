import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { AS_JUDGED } from '../draft';
import { type CallState } from '../useCall';
import { PlainInput } from './PlainInput';

const CHOICES = [AS_JUDGED, 'urgent', 'ordinary'] as const;

/** How urgent: as the office judges by the words, or otherwise with a reason [B-02]. */
export function UrgencyInput({ call }: { call: CallState }) {
  const { say, field, value } = useOfficeWords(call.timeZone);
  return (
    <>
      <Field.Root name="urgency" width="100%" data-field="urgency">
        <Field.Label>{field('ticket', 'urgency')}</Field.Label>
        <SingleSelect
          value={call.draft.urgency}
          onChange={(urgency) => call.change({ urgency: String(urgency) })}
        >
          {CHOICES.map((one) => (
            <SingleSelectOption key={one} value={one}>
              {one === AS_JUDGED ? say('intake.urgency.auto') : value(one)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      {call.draft.urgency !== AS_JUDGED && <PlainInput call={call} name="urgencyReason" />}
    </>
  );
}
