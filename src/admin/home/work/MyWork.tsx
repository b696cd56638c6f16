import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useNow } from '../../cases/clocks/useNow';
import { FindBySlip } from '../../cases/print/FindBySlip';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { useGetMyWorkQuery, type Told } from '../http/office';
import { type Work } from '../http/contract';
import { WidgetBody } from '../WidgetBody';
import { WorkRow } from './WorkRow';

/** What waits for whoever is logged in, with the time that is left for it. */
export function MyWork() {
  const { locale } = useIntl();
  const asked = useGetMyWorkQuery({ locale }, { refetchOnMountOrArgChange: true });
  return <WidgetBody asked={asked}>{(work) => <WorkList work={work} />}</WidgetBody>;
}

function WorkList({ work }: { work: Told<Work> }) {
  const { say } = useOfficeWords(work.timeZone);
  const now = useNow(
    work.clockOffset,
    work.lines.some(({ clock }) => clock !== null),
  );
  if (work.total === 0)
    return (
      <>
        <Typography textColor="neutral600">{say('home.work.none')}</Typography>
        <FindBySlip />
      </>
    );
  const { length } = work.lines;
  return (
    <>
      <Flex justifyContent="space-between" gap={2} wrap="wrap">
        <Typography variant="pi" textColor="neutral600">
          {length < work.total
            ? say('home.work.firstOf', { shown: length, total: work.total })
            : say('home.work.total', { total: work.total })}
        </Typography>
        <FindBySlip />
      </Flex>
      <Flex tag="ul" direction="column" alignItems="stretch" width="100%" data-home="my-work">
        {work.lines.map((line) => (
          <WorkRow key={`${line.type}/${line.documentId}`} line={line} now={now} timeZone={work.timeZone} />
        ))}
      </Flex>
    </>
  );
}
