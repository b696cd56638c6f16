import { Field as Labelled, Flex, Typography, useField } from '@strapi/design-system';
import { useOfficeWords } from '../../useOfficeWords';
import { type FieldInputProps } from '../FieldInput';
import { SignaturePad } from './SignaturePad';

const isDrawn = (value: unknown): value is string =>
  typeof value === 'string' && value.startsWith('data:image/');

/** A signature: drawn here, or a note where the signed paper is kept (which needs no pointer). */
export function SignatureInput({ field, value, onChange, disabled }: FieldInputProps) {
  const { say } = useOfficeWords('UTC');
  const { id } = useField('SignatureInput');
  const drawn = isDrawn(value);
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <SignaturePad drawn={drawn} onDrawn={onChange} disabled={disabled} />
      <Typography tag="label" htmlFor={id} variant="pi" textColor="neutral600">
        {say('signature.paper')}
      </Typography>
      <Labelled.Input
        name={field.name}
        value={typeof value === 'string' && !drawn ? value : ''}
        maxLength={255}
        disabled={disabled || drawn}
        onChange={(event: { target: { value: string } }) => onChange(event.target.value)}
      />
    </Flex>
  );
}
