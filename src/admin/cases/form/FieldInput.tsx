import { Field as Labelled } from '@strapi/design-system';
import { type Field } from './fields';
import { ChoiceInput } from './inputs/ChoiceInput';
import { MomentInput } from './inputs/MomentInput';
import { PhotosInput } from './inputs/PhotosInput';
import { ReferenceInput } from './inputs/ReferenceInput';
import { SignatureInput } from './inputs/SignatureInput';
import { TypedInput } from './inputs/TypedInput';
import { YesNoInput } from './inputs/YesNoInput';
import { type FormValue } from './values';

export interface FieldInputProps {
  field: Field;
  value: FormValue;
  onChange: (value: FormValue) => void;
  timeZone: string;
  disabled: boolean;
}

/** A field of an action's form with its label, its hint and what is wrong with it. */
export function FieldInput({ error, ...props }: FieldInputProps & { error?: string }) {
  const { field } = props;
  return (
    <Labelled.Root
      id={`action-field-${field.name}`}
      name={field.name}
      required={field.required}
      error={error}
      hint={field.hint}
      width="100%"
      data-field={field.name}
    >
      <Labelled.Label>{field.label}</Labelled.Label>
      <InputOf {...props} />
      <Labelled.Hint />
      <Labelled.Error />
    </Labelled.Root>
  );
}

function InputOf(props: FieldInputProps) {
  switch (props.field.kind) {
    case 'yes-no':
      return <YesNoInput {...props} />;
    case 'choice':
      return <ChoiceInput {...props} />;
    case 'moment':
      return <MomentInput {...props} />;
    case 'reference':
      return <ReferenceInput {...props} />;
    case 'signature':
      return <SignatureInput {...props} />;
    case 'photos':
      return <PhotosInput {...props} />;
    case 'line':
    case 'text':
    case 'integer':
    case 'number':
    case 'fen':
    case 'date':
      return <TypedInput {...props} />;
  }
}
