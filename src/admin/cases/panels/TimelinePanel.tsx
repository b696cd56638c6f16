import { type PanelComponent } from '@strapi/content-manager/strapi-admin';
import { caseTypeOf } from '../http/caseType';
import { Timeline } from '../timeline/Timeline';
import { usePanelTitle } from './usePanelTitle';
import { WithCase } from './WithCase';

/** What has happened to the case: who, when, what. */
export const TimelinePanel: PanelComponent = ({ model, documentId }) => {
  const title = usePanelTitle('timeline');
  const type = caseTypeOf(model);
  if (!type || !documentId) return null;
  return {
    title,
    content: (
      <WithCase type={type} documentId={documentId} quiet>
        {(known) => <Timeline activities={known.activities} timeZone={known.timeZone} />}
      </WithCase>
    ),
  };
};
