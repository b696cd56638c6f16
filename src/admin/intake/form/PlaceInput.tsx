import { Field } from '@strapi/design-system';
import { ReferenceInput } from '../../cases/form/inputs/ReferenceInput';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { type DeskState } from '../useDesk';

/** The community of a public place; where a home was found it is known. */
export function PlaceInput({ desk }: { desk: DeskState }) {
  const { field } = useOfficeWords(desk.timeZone);
  if (desk.draft.caller?.unit) return null;
  const label = field('ticket', 'community');
  return (
    <Field.Root
      name="community"
      error={desk.problem?.field === 'community' ? desk.problem.message : undefined}
      data-field="community"
    >
      <Field.Label>{label}</Field.Label>
      <ReferenceInput
        key={desk.call}
        field={{
          name: 'community',
          kind: 'reference',
          label,
          required: false,
          schema: { reference: 'community' },
        }}
        value={desk.draft.community}
        onChange={(community) =>
          desk.change({ community: typeof community === 'string' ? community : undefined })
        }
        timeZone={desk.timeZone}
        disabled={desk.saving}
      />
      <Field.Error />
    </Field.Root>
  );
}
