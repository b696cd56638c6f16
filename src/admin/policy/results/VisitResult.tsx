import { Flex, Typography } from '@strapi/design-system';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { type VisitCheck } from '../http/contract';

/** Which visits of an unsettled matter must be made on site, and when somebody counts as unreachable. */
export function VisitResult({ result }: { result: VisitCheck }) {
  const { say } = useOfficeWords('UTC');
  const { visits, tries, onDifferentDays } = result;
  return (
    <>
      <Flex tag="ol" direction="column" alignItems="stretch" gap={1}>
        {visits.map(({ ordinal, onSiteOnly }) => (
          <Typography key={ordinal} tag="li" data-visit={ordinal}>
            {say(onSiteOnly ? 'rules.visits.onSite' : 'rules.visits.any', { ordinal })}
          </Typography>
        ))}
      </Flex>
      <Typography variant="pi" textColor="neutral600" tag="p">
        {say(onDifferentDays ? 'rules.visits.triesOnDays' : 'rules.visits.tries', { tries })}
      </Typography>
    </>
  );
}
