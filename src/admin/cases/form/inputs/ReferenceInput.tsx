import * as React from 'react';
import { useDebounce } from '@strapi/strapi/admin';
import { Combobox, ComboboxOption } from '@strapi/design-system';
import { useGetChoicesQuery } from '../../http/office';
import { useOfficeWords } from '../../useOfficeWords';
import { type FieldInputProps } from '../FieldInput';

const TYPING_PAUSE_MS = 250;

/** A record of another type, found by typing a part of its name or number. The office does the finding. */
export function ReferenceInput({ field, value, onChange, disabled }: FieldInputProps) {
  const { say, locale } = useOfficeWords('UTC');
  const [typed, setTyped] = React.useState('');
  const [open, setOpen] = React.useState(false);
  const [chosen, setChosen] = React.useState<{ documentId: string; label: string }>();
  // The text of a chosen record is not a question: with it in the box, everything is on offer again.
  const asked = useDebounce(typed === chosen?.label ? '' : typed.trim(), TYPING_PAUSE_MS);
  const { data, isFetching, isError } = useGetChoicesQuery({
    type: field.schema.reference ?? field.name,
    q: asked,
    locale,
  });
  useNewsForTheList([data, isFetching, open]);
  const found = data ?? [];
  const missing = chosen && !found.some((choice) => choice.documentId === chosen.documentId);
  const choices = missing ? [chosen, ...found] : found;

  const choose = (documentId: string | undefined) => {
    const choice = choices.find((one) => one.documentId === documentId);
    setChosen(choice);
    onChange(choice?.documentId);
  };

  return (
    <Combobox
      name={field.name}
      value={typeof value === 'string' ? value : ''}
      textValue={typed}
      onTextValueChange={setTyped}
      onChange={choose}
      onOpenChange={setOpen}
      onClear={() => {
        setTyped('');
        choose(undefined);
      }}
      clearLabel={say('form.clear')}
      placeholder={say('choices.placeholder')}
      loading={isFetching}
      loadingMessage={say('choices.loading')}
      noOptionsMessage={() => say(isError ? 'choices.failed' : 'choices.none')}
      // The office has searched already, also by what the label does not show (a phone, a pinyin name).
      autocomplete={{ type: 'none' }}
      required={field.required}
      disabled={disabled}
    >
      {choices.map((choice) => (
        <ComboboxOption key={choice.documentId} value={choice.documentId} textValue={choice.label}>
          {choice.label}
        </ComboboxOption>
      ))}
    </Combobox>
  );
}

/**
 * Draws once more after the list has changed. The combobox counts its options only when they are drawn
 * again after it has begun to count, and says "nothing found" beneath what was found until then.
 */
function useNewsForTheList(news: readonly unknown[]): void {
  const [, drawAgain] = React.useReducer((count: number) => count + 1, 0);
  React.useEffect(() => drawAgain(), news);
}
