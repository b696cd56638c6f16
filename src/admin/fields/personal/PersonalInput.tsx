import * as React from 'react';
import { useFetchClient, useRBAC } from '@strapi/strapi/admin';
import { unstable_useContentManagerContext as useContentManagerContext } from '@strapi/content-manager/strapi-admin';
import { Field, Flex, IconButton, Typography } from '@strapi/design-system';
import { Eye, EyeStriked } from '@strapi/icons';
import { problemOf } from '../../cases/http/problem';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { type CustomInputProps } from '../props';

const MAY_REVEAL = [
  {
    id: '',
    action: 'plugin::content-manager.office.reveal-personal',
    subject: null,
    actionParameters: {},
    properties: {},
    conditions: [],
  },
];
/** For how long a number stays on the screen. */
const SHOWN_FOR = 30_000;
const MASK = /\*/;

/**
 * Personal data [G-02]: the form has it masked, and sends the mask back unchanged unless another number is typed. The
 * eye shows it in full for half a minute, to those who may, and the office puts each time on record.
 */
const PersonalInput = React.forwardRef<HTMLInputElement, CustomInputProps>(
  function PersonalInput(props, ref) {
    const { name, attribute, label, hint, labelAction, required, disabled, error, value, onChange } = props;
    const { say } = useOfficeWords('UTC');
    const { allowedActions } = useRBAC(MAY_REVEAL);
    const { model, id } = useContentManagerContext();
    const { shown, problem, look, hide } = useReveal({ type: model, documentId: id, field: name });
    const text = typeof value === 'string' ? value : '';
    const masked = MASK.test(text);
    const mayLook = masked && Boolean(id) && Object.values(allowedActions).some(Boolean);
    return (
      <Field.Root name={name} id={name} required={required} error={error ?? problem} hint={hint}>
        <Field.Label action={labelAction}>{label}</Field.Label>
        <Field.Input
          ref={ref}
          name={name}
          value={text}
          disabled={disabled}
          required={required}
          maxLength={attribute.maxLength}
          autoComplete="off"
          // A masked number cannot be corrected in part: it is typed anew.
          onFocus={(event: React.FocusEvent<HTMLInputElement>) => masked && event.target.select()}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => onChange(name, event.target.value)}
          endAction={
            mayLook ? (
              <IconButton
                type="button"
                variant="ghost"
                size="XS"
                label={say(shown === null ? 'field.personal.show' : 'field.personal.hide')}
                onClick={() => void (shown === null ? look() : hide())}
                data-reveal={name}
              >
                {shown === null ? <Eye /> : <EyeStriked />}
              </IconButton>
            ) : undefined
          }
        />
        {shown !== null && (
          <Flex gap={2} wrap="wrap" role="status" data-revealed={name}>
            <Typography fontWeight="semiBold">{shown}</Typography>
            <Typography variant="pi" textColor="neutral600">
              {say('field.personal.logged')}
            </Typography>
          </Flex>
        )}
        <Field.Hint />
        <Field.Error />
      </Field.Root>
    );
  },
);

interface Asked {
  type: string;
  documentId: string | undefined;
  field: string;
}

/** One number in full, for a while. */
function useReveal(asked: Asked) {
  const { say, locale } = useOfficeWords('UTC');
  const { post } = useFetchClient();
  const [shown, setShown] = React.useState<string | null>(null);
  const [problem, setProblem] = React.useState<string>();
  const hide = React.useCallback(() => setShown(null), []);
  React.useEffect(() => {
    if (shown === null) return;
    const timer = setTimeout(hide, SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [shown, hide]);
  const look = async () => {
    setProblem(undefined);
    try {
      const { data } = await post<{ data: { value: string | null } }>('/office/reveal', asked, {
        headers: { 'Accept-Language': locale },
      });
      setShown(data.data.value ?? say('field.personal.empty'));
    } catch (error) {
      setProblem(messageOf(error) || say('panel.failed'));
    }
  };
  return { shown, problem, look, hide };
}

/** The fetch client throws what the server said under `response.data.error`. */
function messageOf(error: unknown): string {
  const said = (error as { response?: { data?: { error?: unknown } } }).response?.data?.error;
  return problemOf(said ?? error).message;
}

export default PersonalInput;
