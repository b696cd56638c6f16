import * as React from 'react';
import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import { type FieldKind } from '../../cases/form/fields';
import { FieldInput } from '../../cases/form/FieldInput';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { type RuleType } from '../http/contract';
import { Sides } from '../results/Sides';
import { useCheck } from './useCheck';

/** How wide a question is, at least; the others fill what is left. */
const WIDTHS: Partial<Record<FieldKind, string>> = { text: '1 1 100%', moment: '1 1 30rem' };

interface CheckDialogProps {
  type: RuleType;
  documentId: string | null;
  onClose: () => void;
}

/** Asks what would happen, and shows it: as saved, and with the changes of the form. Nothing is saved by it. */
export function CheckDialog({ type, documentId, onClose }: CheckDialogProps) {
  const { say } = useOfficeWords('UTC');
  const check = useCheck(type, documentId);
  const formId = React.useId();
  // The dialog is drawn outside the page, but its events still travel to the form it was opened from.
  const submit = (event: React.SyntheticEvent) => {
    event.preventDefault();
    event.stopPropagation();
    void check.run();
  };
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content aria-describedby={undefined} data-dialog="rule-check" style={{ maxWidth: '96rem' }}>
        <Modal.Header closeLabel={say('form.close')}>
          <Modal.Title>{say('rules.check')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            <form id={formId} noValidate onSubmit={submit}>
              <Flex gap={4} wrap="wrap" alignItems="flex-start">
                {check.fields.map((field) => (
                  <Box key={field.name} flex={WIDTHS[field.kind] ?? '1 1 24rem'} minWidth={0}>
                    <FieldInput
                      field={field}
                      value={check.values[field.name]}
                      error={check.errors[field.name]}
                      onChange={(value) => check.change(field.name, value)}
                      timeZone={check.timeZone}
                      disabled={false}
                    />
                  </Box>
                ))}
              </Flex>
            </form>
            {check.problem && (
              <Typography role="alert" textColor="danger700">
                {check.problem.message || say('panel.failed')}
              </Typography>
            )}
            <Box aria-live="polite">
              {check.answer && !check.problem && (
                <Sides type={type} answer={check.answer} timeZone={check.timeZone} />
              )}
            </Box>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button type="button" variant="tertiary" onClick={onClose}>
            {say('form.close')}
          </Button>
          <Button type="submit" form={formId} loading={check.running}>
            {say('rules.run')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
