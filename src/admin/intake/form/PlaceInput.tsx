import { Field } from '@strapi/design-system';
import { ReferenceInput } from '../../cases/form/inputs/ReferenceInput';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { type CallState } from '../useCall';

/** The community of a public place; where a home was found it is known. */
export function PlaceInput({ call }: { call: CallState }) {
  const { field } = useOfficeWords(call.timeZone);
  if (call.draft.caller?.unit) return null;
  const label = field('ticket', 'community');
  return (
    <Field.Root
      name="community"
      error={call.problem?.field === 'community' ? call.problem.message : undefined}
      data-field="community"
    >
      <Field.Label>{label}</Field.Label>
      <ReferenceInput
        field={{
          name: 'community',
          kind: 'reference',
          label,
          required: false,
          schema: { reference: 'community' },
        }}
        value={call.draft.community}
        onChange={(community) =>
          call.change({ community: typeof community === 'string' ? community : undefined })
        }
        timeZone={call.timeZone}
        disabled={false}
      />
      <Field.Error />
    </Field.Root>
  );
}
