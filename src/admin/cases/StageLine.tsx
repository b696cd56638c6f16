import { Flex, Typography } from '@strapi/design-system';
import { type KnownCase } from './http/office';
import { StageBadge } from './StageBadge';
import { useOfficeWords } from './useOfficeWords';

/** The stage that a case is in, and its round when it is not the first. */
export function StageLine({ known }: { known: KnownCase }) {
  const { say } = useOfficeWords(known.timeZone);
  return (
    <Flex gap={2} alignItems="center" wrap="wrap" paddingBottom={1}>
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
  );
}
