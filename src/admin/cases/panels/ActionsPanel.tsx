import { type PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Flex } from '@strapi/design-system';
import { ActionButtons } from '../actions/ActionButtons';
import { caseTypeOf } from '../http/caseType';
import { FindBySlip } from '../print/FindBySlip';
import { PaperButton } from '../print/PaperButton';
import { hasPaper } from '../print/papers';
import { StageLine } from '../StageLine';
import { usePanelTitle } from './usePanelTitle';
import { WithCase } from './WithCase';

/** Where the case stands, and what this user can do with it now. */
export const ActionsPanel: PanelComponent = ({ model, documentId }) => {
  const title = usePanelTitle('actions');
  const type = caseTypeOf(model);
  if (!type || !documentId) return null;
  return {
    title,
    content: (
      <WithCase type={type} documentId={documentId}>
        {(known, reload) => (
          <Flex direction="column" alignItems="stretch" gap={2} width="100%" data-panel="actions">
            <StageLine known={known} />
            <ActionButtons type={type} known={known} reload={reload} />
            {hasPaper(type) && <PaperButton type={type} documentId={documentId} />}
            {hasPaper(type) && <FindBySlip fullWidth />}
          </Flex>
        )}
      </WithCase>
    ),
  };
};
