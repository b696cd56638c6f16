import { SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useOfficeWords } from '../../useOfficeWords';
import { type FieldInputProps } from '../FieldInput';

/** One of the values of an enumeration. */
export function ChoiceInput({ field, value, onChange, timeZone, disabled }: FieldInputProps) {
  const words = useOfficeWords(timeZone);
  const { enum: values = [], enumLabels = {} } = field.schema;
  return (
    <SingleSelect
      name={field.name}
      value={typeof value === 'string' ? value : null}
      placeholder={words.say('form.choose')}
      required={field.required}
      disabled={disabled}
      clearLabel={words.say('form.clear')}
      onClear={field.required ? undefined : () => onChange(undefined)}
      onChange={(chosen) => onChange(String(chosen))}
    >
      {values
        .filter((one) => one !== null)
        .map((one) => (
          <SingleSelectOption key={String(one)} value={String(one)}>
            {enumLabels[String(one)] ?? words.value(String(one))}
          </SingleSelectOption>
        ))}
    </SingleSelect>
  );
}
