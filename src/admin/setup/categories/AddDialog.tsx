import * as React from 'react';
import { Button, Field, Flex, Modal } from '@strapi/design-system';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { type CategoryNode } from '../http/contract';

interface AddDialogProps {
  /** The category that it is put under; null for the top. */
  under: CategoryNode | null;
  busy: boolean;
  onAdd: (data: Readonly<Record<string, unknown>>) => void;
  onClose: () => void;
}

/** A new category: its name and its code; everything else is on its own page. */
export function AddDialog({ under, busy, onAdd, onClose }: AddDialogProps) {
  const { say, field } = useOfficeWords('UTC');
  const [name, setName] = React.useState('');
  const [code, setCode] = React.useState(under ? `${under.code}-` : '');
  const form = React.useId();
  const ready = name.trim() !== '' && code.trim() !== '';
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    onAdd({
      name: name.trim(),
      code: code.trim(),
      ...(under ? { parent: { connect: [{ documentId: under.documentId }], disconnect: [] } } : {}),
    });
  };
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content aria-describedby={undefined} data-dialog="add-category">
        <Modal.Header closeLabel={say('form.close')}>
          <Modal.Title>
            {under ? say('setup.addUnder', { name: under.name }) : say('setup.addTop')}
          </Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <form id={form} onSubmit={submit}>
            <Flex direction="column" alignItems="stretch" gap={4}>
              {(
                [
                  ['name', name, setName, 100],
                  ['code', code, setCode, 64],
                ] as const
              ).map(([key, text, set, most]) => (
                <Field.Root key={key} name={key} required>
                  <Field.Label>{field('category', key)}</Field.Label>
                  <Field.Input
                    name={key}
                    value={text}
                    maxLength={most}
                    autoComplete="off"
                    onChange={(event: React.ChangeEvent<HTMLInputElement>) => set(event.target.value)}
                  />
                </Field.Root>
              ))}
            </Flex>
          </form>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {say('form.cancel')}
          </Button>
          <Button type="submit" form={form} disabled={!ready} loading={busy}>
            {say('form.submit')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
