import { Button, Field, Flex, Typography } from '@strapi/design-system';
import { ReferenceInput } from '../../cases/form/inputs/ReferenceInput';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { type CallState } from '../useCall';

/** The category: those that the words suggest at one key, any other by typing a part of its name. */
export function CategoryInput({ call }: { call: CallState }) {
  const { say, field, value } = useOfficeWords(call.timeZone);
  const { draft, preview, change } = call;
  const label = field('ticket', 'category');
  const suggested = preview?.categories ?? [];
  const chosen = draft.category?.documentId;
  return (
    <Field.Root
      name="category"
      error={call.problem?.field === 'category' ? call.problem.message : undefined}
      data-field="category"
    >
      <Field.Label>{label}</Field.Label>
      {suggested.length > 0 && (
        <Flex gap={2} wrap="wrap" role="group" aria-label={say('intake.category.suggested')}>
          {suggested.map((one, index) => (
            <Button
              key={one.documentId}
              type="button"
              size="S"
              variant={one.documentId === chosen ? 'default' : 'tertiary'}
              aria-pressed={one.documentId === chosen}
              aria-keyshortcuts={`Alt+${index + 1}`}
              onClick={() =>
                change(
                  one.documentId === chosen
                    ? { category: null }
                    : { category: one, ...(one.kind ? { kind: one.kind } : {}) },
                )
              }
              data-suggestion={index + 1}
            >
              {`${index + 1} ${one.label}${one.kind && one.kind !== draft.kind ? ` · ${value(one.kind)}` : ''}`}
            </Button>
          ))}
        </Flex>
      )}
      {draft.category?.label && !suggested.some(({ documentId }) => documentId === chosen) && (
        <Typography variant="pi" textColor="primary600">
          {say('intake.category.chosen', { label: draft.category.label })}
        </Typography>
      )}
      <ReferenceInput
        field={{
          name: 'category',
          kind: 'reference',
          label,
          required: false,
          schema: { reference: 'category' },
        }}
        value={suggested.some(({ documentId }) => documentId === chosen) ? undefined : chosen}
        onChange={(documentId) =>
          change({ category: typeof documentId === 'string' ? { documentId, label: '' } : null })
        }
        timeZone={call.timeZone}
        disabled={false}
      />
      <Field.Error />
    </Field.Root>
  );
}
