import * as React from 'react';
import { Box, Button, Flex, Modal } from '@strapi/design-system';
import { useParams } from 'react-router-dom';
import { styled } from 'styled-components';
import { ActionButtons } from '../actions/ActionButtons';
import { ClockList } from '../clocks/ClockList';
import { caseTypeOf } from '../http/caseType';
import { type CaseType } from '../http/contract';
import { WithCase } from '../panels/WithCase';
import { StageLine } from '../StageLine';
import { useOfficeWords } from '../useOfficeWords';

/** Where there is room for panels beside the form, they say all of this. */
const OnlySmall = styled(Box)`
  width: 100%;
  ${({ theme }) => theme.breakpoints.large} {
    display: none;
  }
`;

/** As high as a thumb wants it. */
const Reachable = styled(Flex)`
  button {
    min-height: 4.4rem;
  }
`;

/**
 * On a telephone Strapi folds the panels away under a small arrow. This puts one button at the foot of the page, under the
 * thumb: it opens where the case stands, what can be done with it and what has been promised.
 */
export function PhoneActions({ slug = '' }: { slug?: string }) {
  const { id } = useParams();
  const type = caseTypeOf(slug);
  if (!type || !id || id === 'create') return null;
  return (
    <OnlySmall>
      <Sheet type={type} documentId={id} />
    </OnlySmall>
  );
}

function Sheet({ type, documentId }: { type: CaseType; documentId: string }) {
  const { say } = useOfficeWords('UTC');
  const [open, setOpen] = React.useState(false);
  return (
    <>
      <Reachable direction="column" alignItems="stretch">
        <Button fullWidth onClick={() => setOpen(true)} data-phone="actions">
          {say('panel.actions')}
        </Button>
      </Reachable>
      <Modal.Root open={open} onOpenChange={setOpen}>
        <Modal.Content aria-describedby={undefined} data-dialog="phone-actions">
          <Modal.Header closeLabel={say('form.close')}>
            <Modal.Title>{say('panel.actions')}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <WithCase type={type} documentId={documentId}>
              {(known, reload) => (
                <Flex direction="column" alignItems="stretch" gap={5}>
                  <Reachable direction="column" alignItems="stretch" gap={2}>
                    <StageLine known={known} />
                    <ActionButtons type={type} known={known} reload={reload} />
                  </Reachable>
                  <ClockList known={known} onDue={reload} />
                </Flex>
              )}
            </WithCase>
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
    </>
  );
}
