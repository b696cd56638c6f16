import * as React from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { BigNumber } from '../BigNumber';
import { Chart } from '../chart/Chart';
import { targetOption } from '../chart/options';
import { useChartColours } from '../chart/useChartColours';
import { FigureTable } from '../FigureTable';
import { type Month, type MonthFigures } from '../http/contract';
import { figureRecords } from '../http/paths';
import { percent, reaches } from '../numbers';
import { RecordCount } from '../records/RecordCount';
import { WithMonth } from './WithMonth';

/** Visits owed and made for this month's work, and how many of those made were signed on site, against 40 % [D-04]. */
export function Visits() {
  return <WithMonth>{(month) => <Rates month={month} />}</WithMonth>;
}

function Rates({ month: { month, figures } }: { month: Month }) {
  const { say } = useOfficeWords('UTC');
  const { visits, signed } = figures;
  if (visits.owed + visits.exempt + signed.of === 0)
    return <Typography textColor="neutral600">{say('home.visits.none', { month })}</Typography>;
  const words = {
    due: say('home.visits.due'),
    visited: say('home.visits.visited'),
    exempt: say('home.visits.exempt'),
    made: say('home.visits.made'),
    signed: say('home.visits.signed'),
  };
  const row = (key: keyof typeof words, count: number, path: string, share?: string) => ({
    key,
    name: words[key],
    numbers: [
      <RecordCount key="count" count={count} danger={key === 'due'} title={words[key]} path={path} />,
      <Typography key="share">{share ?? ''}</Typography>,
    ],
  });
  const owed = (state: string) => figureRecords('visits', { month, where: { state } });
  const below = reaches(signed.share, signed.target) === false;
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%" data-home="visits">
      <Flex gap={8} wrap="wrap">
        <BigNumber label={say('home.visits.signedShare', { target: percent(signed.target) })}>
          <RecordCount
            large
            danger={below}
            count={signed.of}
            title={words.made}
            path={figureRecords('made', { month })}
          >
            {percent(signed.share)}
          </RecordCount>
        </BigNumber>
        <BigNumber label={words.due}>
          <RecordCount large danger count={visits.due} title={words.due} path={owed('due')} />
        </BigNumber>
      </Flex>
      <RatesChart visits={visits} signed={signed} />
      <FigureTable
        caption={say('home.visits.chart')}
        heads={[say('home.visits.what'), say('home.visits.count'), say('home.visits.share')]}
        rows={[
          row('visited', visits.count, owed('visited'), percent(visits.share)),
          row('due', visits.due, owed('due')),
          row('exempt', visits.exempt, owed('exempt')),
          row('made', signed.of, figureRecords('made', { month })),
          row(
            'signed',
            signed.count,
            figureRecords('made', { month, where: { signed: 'yes' } }),
            percent(signed.share),
          ),
        ]}
      />
    </Flex>
  );
}

function RatesChart({ visits, signed }: Pick<MonthFigures, 'visits' | 'signed'>) {
  const { say } = useOfficeWords('UTC');
  const colours = useChartColours();
  const option = React.useMemo(
    () =>
      targetOption(
        [
          { name: say('home.visits.visited'), share: visits.share, target: visits.target },
          { name: say('home.visits.signed'), share: signed.share, target: signed.target },
        ],
        { colours, words: { share: say('home.visits.share'), target: say('home.visits.target') } },
      ),
    [visits, signed, colours, say],
  );
  return <Chart option={option} height={110} label={say('home.visits.chart')} />;
}
