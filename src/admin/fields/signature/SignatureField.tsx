import * as React from 'react';
import { useForm } from '@strapi/strapi/admin';
import { Box, Field, Flex, Typography } from '@strapi/design-system';
import { SignatureInput } from '../../cases/form/inputs/SignatureInput';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { type CustomInputProps } from '../props';
import { OFFICE_ZONE } from '../../cases/time';

/** Which fields beside it say who signed, when, and what; named by the schema under `options`. */
interface Beside {
  signer?: string;
  at?: string;
  text?: string;
}

const isDrawn = (value: unknown): value is string =>
  typeof value === 'string' && value.startsWith('data:image/');

/** A signature with who signed, when and the text that was signed [B-07]; drawn on the spot where the form may be changed. */
const SignatureField = React.forwardRef<HTMLDivElement, CustomInputProps>(
  function SignatureField(props, ref) {
    const { name, attribute, label, hint, labelAction, required, disabled, error, value, onChange } = props;
    const { say, moment } = useOfficeWords(OFFICE_ZONE);
    const { signer, at, text } = (attribute.options ?? {}) as Beside;
    const values = useForm('SignatureField', (state) => state.values) as Readonly<Record<string, unknown>>;
    const saidIn = (field: string | undefined) => {
      const said = field === undefined ? undefined : values[field];
      return typeof said === 'string' && said !== '' ? said : undefined;
    };
    const who = saidIn(signer);
    const when = saidIn(at);
    const what = saidIn(text);
    return (
      <Field.Root name={name} id={name} required={required} error={error} hint={hint}>
        <Field.Label action={labelAction}>{label}</Field.Label>
        <Flex ref={ref} direction="column" alignItems="stretch" gap={2} data-signature={name}>
          {isDrawn(value) && (
            <Box borderColor="neutral300" hasRadius padding={2} style={{ background: '#fff' }}>
              <img
                src={value}
                alt={say('field.signature.of', { who: who ?? say('field.signature.somebody') })}
                style={{ display: 'block', maxWidth: '100%', maxHeight: '12rem' }}
              />
            </Box>
          )}
          {!isDrawn(value) && disabled && (
            <Typography textColor="neutral600">
              {typeof value === 'string' && value !== '' ? value : say('field.signature.none')}
            </Typography>
          )}
          {(who ?? when) && (
            <Typography variant="pi" textColor="neutral700">
              {[who, when && moment(when)].filter(Boolean).join(' · ')}
            </Typography>
          )}
          {what && (
            <Box tag="blockquote" padding={3} background="neutral100" hasRadius>
              <Typography variant="pi" style={{ whiteSpace: 'pre-wrap' }}>
                {what}
              </Typography>
            </Box>
          )}
          {!disabled && (
            <SignatureInput
              field={{
                name,
                kind: 'signature',
                label: String(label),
                required: Boolean(required),
                schema: {},
              }}
              value={typeof value === 'string' ? value : undefined}
              onChange={(drawn) => onChange(name, drawn ?? null)}
              timeZone={OFFICE_ZONE}
              disabled={false}
            />
          )}
        </Flex>
        <Field.Hint />
        <Field.Error />
      </Field.Root>
    );
  },
);

export default SignatureField;
