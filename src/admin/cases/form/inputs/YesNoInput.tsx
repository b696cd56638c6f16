import { Flex, Radio, useField } from '@strapi/design-system';
import { useOfficeWords } from '../../useOfficeWords';
import { type FieldInputProps } from '../FieldInput';

/** Yes or no, neither being taken for granted: an unanswered question is not a "no". */
export function YesNoInput({ field, value, onChange, disabled }: FieldInputProps) {
  const { say } = useOfficeWords('UTC');
  const { id, error } = useField('YesNoInput');
  return (
    <Radio.Group
      name={field.name}
      value={typeof value === 'boolean' ? String(value) : ''}
      required={field.required}
      disabled={disabled}
      aria-labelledby={`${id}-label`}
      aria-describedby={error ? `${id}-error` : undefined}
      onValueChange={(chosen) => onChange(chosen === 'true')}
    >
      <Flex gap={6}>
        <Radio.Item id={id} value="true">
          {say('form.yes')}
        </Radio.Item>
        <Radio.Item value="false">{say('form.no')}</Radio.Item>
      </Flex>
    </Radio.Group>
  );
}
