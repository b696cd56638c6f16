import * as React from 'react';
import { Field as Labelled, Textarea, Typography } from '@strapi/design-system';
import { useOfficeWords } from '../../useOfficeWords';
import { type FieldInputProps } from '../FieldInput';

/** Everything that is typed: text, numbers, amounts in yuan, dates. */
export function TypedInput({ field, value, onChange, disabled }: FieldInputProps) {
  const { say } = useOfficeWords('UTC');
  const text = typeof value === 'string' ? value : '';
  const shared = {
    name: field.name,
    value: text,
    disabled,
    required: field.required,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      onChange(event.target.value),
  };
  switch (field.kind) {
    case 'text':
      return <Textarea {...shared} />;
    case 'fen':
      return (
        <Labelled.Input
          {...shared}
          inputMode="decimal"
          autoComplete="off"
          endAction={<Typography textColor="neutral600">{say('form.yuan')}</Typography>}
        />
      );
    case 'integer':
      return <Labelled.Input {...shared} inputMode="numeric" autoComplete="off" />;
    case 'number':
      return <Labelled.Input {...shared} inputMode="decimal" autoComplete="off" />;
    case 'date':
      return <Labelled.Input {...shared} type="date" />;
    default:
      return <Labelled.Input {...shared} maxLength={field.schema.maxLength} autoComplete="off" />;
  }
}
