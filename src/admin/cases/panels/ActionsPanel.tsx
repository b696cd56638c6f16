import { type PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Flex } from '@strapi/design-system';
import { ActionButtons } from '../actions/ActionButtons';
import { caseTypeOf } from '../http/caseType';
import { PrintOrder } from '../print/PrintOrder';
import { usePanelTitle } from './usePanelTitle';
import { WithCase } from './WithCase';

/** What this user can do with the case now. */
export const ActionsPanel: PanelComponent = ({ model, documentId }) => {
  const title = usePanelTitle('actions');
  const type = caseTypeOf(model);
  if (!type || !documentId) return null;
  return {
    title,
    content: (
      <WithCase type={type} documentId={documentId} quiet>
        {(known, reload) => (
          <Flex direction="column" alignItems="stretch" gap={2} width="100%" data-panel="actions">
            <ActionButtons type={type} known={known} reload={reload} />
            {type === 'dispatch-order' && <PrintOrder documentId={documentId} />}
          </Flex>
        )}
      </WithCase>
    ),
  };
};
