import * as React from 'react';
import { Button, Field, Modal, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { type CategoryNode } from '../http/contract';
import { placesFor } from './tree';

interface MoveDialogProps {
  node: CategoryNode;
  nodes: readonly CategoryNode[];
  busy: boolean;
  onMove: (parent: string | null) => void;
  onClose: () => void;
}

/** The choice of no category above; documentIds are longer. */
const TOP = 'top';

/** Puts a category, and all that is under it, under another one or at the top. */
export function MoveDialog({ node, nodes, busy, onMove, onClose }: MoveDialogProps) {
  const { say, field } = useOfficeWords('UTC');
  const [parent, setParent] = React.useState(node.parent ?? TOP);
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content aria-describedby={undefined} data-dialog="move-category">
        <Modal.Header closeLabel={say('form.close')}>
          <Modal.Title>{say('setup.moveOne', { name: node.name })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Field.Root name="parent">
            <Field.Label>{field('category', 'parent')}</Field.Label>
            <SingleSelect value={parent} onChange={(chosen) => setParent(String(chosen))}>
              <SingleSelectOption value={TOP}>{say('setup.top')}</SingleSelectOption>
              {placesFor(nodes, node.documentId).map((place) => (
                <SingleSelectOption key={place.documentId} value={place.documentId}>
                  {`${place.name} · ${place.code}`}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {say('form.cancel')}
          </Button>
          <Button
            loading={busy}
            disabled={parent === (node.parent ?? TOP)}
            onClick={() => onMove(parent === TOP ? null : parent)}
          >
            {say('setup.move')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
