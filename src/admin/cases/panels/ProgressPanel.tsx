import { type PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Flex, Typography } from '@strapi/design-system';
import { caseTypeOf } from '../http/caseType';
import { ClockList } from '../clocks/ClockList';
import { StageBadge } from '../StageBadge';
import { useOfficeWords } from '../useOfficeWords';
import { usePanelTitle } from './usePanelTitle';
import { WithCase } from './WithCase';

/** Where the case stands: its stage and its clocks. */
export const ProgressPanel: PanelComponent = ({ model, documentId }) => {
  const title = usePanelTitle('progress');
  const { say } = useOfficeWords('UTC');
  const type = caseTypeOf(model);
  if (!type || !documentId) return null;
  return {
    title,
    content: (
      <WithCase type={type} documentId={documentId}>
        {(known, reload) => (
          <Flex direction="column" alignItems="stretch" gap={3} width="100%" data-panel="progress">
            <Flex gap={2} alignItems="center" wrap="wrap">
              <Typography variant="pi" textColor="neutral600">
                {say('panel.stage')}
              </Typography>
              <StageBadge label={known.stageLabel} />
              {known.cycle > 1 && (
                <Typography variant="pi" textColor="neutral600">
                  {say('cycle', { cycle: known.cycle })}
                </Typography>
              )}
            </Flex>
            <ClockList known={known} onDue={reload} />
          </Flex>
        )}
      </WithCase>
    ),
  };
};
