import * as React from 'react';
import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import { type ActionView, type CaseType } from '../http/contract';
import { type KnownCase } from '../http/office';
import { type Problem } from '../http/problem';
import { FieldInput } from '../form/FieldInput';
import { ShownCase } from '../form/shownCase';
import { useOfficeWords } from '../useOfficeWords';
import { ProblemNotice } from './ProblemNotice';
import { useActionForm } from './useActionForm';

interface ActionDialogProps {
  type: CaseType;
  known: KnownCase;
  action: ActionView;
  /** What is settled before the form is opened: these fields are not asked for; undefined ones are left out. */
  preset?: Readonly<Record<string, unknown>>;
  /** The preset in words. */
  presetText?: string;
  /** Fields that stand on top, in this order. */
  first?: readonly string[];
  /** Why the form is needed, where the office has said so. */
  problem?: Problem;
  onClose: () => void;
  /** Asks for the latest state of the case; what was typed stays if the action is still open. */
  onReload: () => void;
}

/** The form of one action, made from its schema, in a dialog. */
export function ActionDialog({ type, known, action, onClose, onReload, ...settled }: ActionDialogProps) {
  const { say } = useOfficeWords(known.timeZone);
  const form = useActionForm({ type, known, action, onDone: onClose, ...settled });
  const shown = React.useMemo(() => ({ type, documentId: known.documentId }), [type, known.documentId]);
  const body = React.useRef<HTMLFormElement>(null);
  const formId = React.useId();
  useFocusOnFirstError(body, form.errors);

  // The dialog is drawn outside the page, but its events still travel to the form it was opened from.
  const submit = (event: React.SyntheticEvent) => {
    event.preventDefault();
    event.stopPropagation();
    void form.submit();
  };
  const submitByKey = (event: React.KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
  };

  return (
    <Modal.Root open onOpenChange={(open) => !open && !form.sending && onClose()}>
      <Modal.Content aria-describedby={undefined} data-dialog={action.name}>
        <Modal.Header closeLabel={say('form.close')}>
          <Modal.Title>
            {action.label} · {known.number}
          </Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <form id={formId} ref={body} noValidate onSubmit={submit} onKeyDown={submitByKey}>
            <Flex direction="column" alignItems="stretch" gap={4}>
              {form.notice && (
                <ProblemNotice
                  problem={form.notice}
                  type={type}
                  timeZone={known.timeZone}
                  onReload={onReload}
                />
              )}
              {settled.presetText && <Typography fontWeight="semiBold">{settled.presetText}</Typography>}
              {form.fields.length === 0 && <Typography>{say('form.nothing')}</Typography>}
              {known.toSign && form.fields.some(({ kind }) => kind === 'signature') && (
                <TextToSign text={known.toSign} />
              )}
              <ShownCase.Provider value={shown}>
                {form.fields.map((field) => (
                  <FieldInput
                    key={field.name}
                    field={field}
                    value={form.values[field.name]}
                    error={form.errors[field.name]}
                    onChange={(value) => form.change(field.name, value)}
                    timeZone={known.timeZone}
                    disabled={form.sending}
                  />
                ))}
              </ShownCase.Provider>
              {action.rules.length > 0 && (
                <Typography variant="pi" textColor="neutral600">
                  {say('form.rules', { rules: action.rules.join(', ') })}
                </Typography>
              )}
            </Flex>
          </form>
        </Modal.Body>
        <Modal.Footer>
          <Button type="button" variant="tertiary" onClick={onClose} disabled={form.sending}>
            {say('form.cancel')}
          </Button>
          <Button type="submit" form={formId} loading={form.sending}>
            {say(form.sending ? 'form.sending' : 'form.submit')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}

/** What is read before it is signed; the office keeps it word for word with the signature [B-07]. */
function TextToSign({ text }: { text: string }) {
  const { say } = useOfficeWords('UTC');
  return (
    <Box tag="section" aria-label={say('signature.text')} padding={3} background="neutral100" hasRadius>
      <Typography variant="pi" fontWeight="semiBold" tag="p">
        {say('signature.text')}
      </Typography>
      <Typography tag="p" style={{ whiteSpace: 'pre-wrap' }} data-to-sign>
        {text}
      </Typography>
    </Box>
  );
}

/** Brings the first field that something is wrong with under the user's hands. */
function useFocusOnFirstError(
  body: React.RefObject<HTMLFormElement>,
  errors: Readonly<Record<string, string>>,
): void {
  const first = Object.keys(errors).join('\n');
  React.useEffect(() => {
    if (!first) return;
    const names = new Set(first.split('\n'));
    const fields = Array.from(body.current?.querySelectorAll<HTMLElement>('[data-field]') ?? []);
    const field = fields.find((one) => names.has(one.dataset.field ?? ''));
    field?.querySelector<HTMLElement>('input, textarea, button, [role="combobox"]')?.focus();
  }, [body, first]);
}
