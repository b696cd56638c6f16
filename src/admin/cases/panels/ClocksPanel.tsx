import { type PanelComponent } from '@strapi/content-manager/strapi-admin';
import { ClockList } from '../clocks/ClockList';
import { caseTypeOf } from '../http/caseType';
import { usePanelTitle } from './usePanelTitle';
import { WithCase } from './WithCase';

/** What has been promised about the case, and how long is left. */
export const ClocksPanel: PanelComponent = ({ model, documentId }) => {
  const title = usePanelTitle('clocks');
  const type = caseTypeOf(model);
  if (!type || !documentId) return null;
  return {
    title,
    content: (
      <WithCase type={type} documentId={documentId} quiet>
        {(known, reload) => <ClockList known={known} onDue={reload} />}
      </WithCase>
    ),
  };
};
