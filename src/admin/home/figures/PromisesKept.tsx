import * as React from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { BigNumber } from '../BigNumber';
import { Chart } from '../chart/Chart';
import { keptOption } from '../chart/options';
import { useChartColours } from '../chart/useChartColours';
import { FigureTable } from '../FigureTable';
import { type Month, type PromiseFigure } from '../http/contract';
import { figureRecords } from '../http/paths';
import { percent } from '../numbers';
import { RecordCount } from '../records/RecordCount';
import { WithMonth } from './WithMonth';

const BAR = 28;

/** How many of this month's promises were kept, of each target. */
export function PromisesKept() {
  return <WithMonth>{(month) => <Kept month={month} />}</WithMonth>;
}

function Kept({ month: { month, figures } }: { month: Month }) {
  const { say } = useOfficeWords('UTC');
  const { promises } = figures;
  const [kept, broken] = [say('home.promises.kept'), say('home.promises.broken')];
  if (promises.of === 0)
    return <Typography textColor="neutral600">{say('home.promises.none', { month })}</Typography>;
  const path = (where: Record<string, string>) => figureRecords('promises', { month, where });
  const count = (one: PromiseFigure, verdict: 'kept' | 'broken') => (
    <RecordCount
      count={one[verdict]}
      danger={verdict === 'broken'}
      title={`${nameOf(one)} · ${verdict === 'kept' ? kept : broken}`}
      path={path({ target: one.target, verdict })}
    />
  );
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%" data-home="promises">
      <Flex gap={8} wrap="wrap">
        <BigNumber label={say('home.promises.share', { month })}>
          <RecordCount large count={promises.of} title={say('home.promises.all')} path={path({})}>
            {percent(promises.share)}
          </RecordCount>
        </BigNumber>
        <BigNumber label={broken}>
          <RecordCount
            large
            danger
            count={promises.of - promises.count}
            title={broken}
            path={path({ verdict: 'broken' })}
          />
        </BigNumber>
      </Flex>
      <KeptChart targets={promises.byTarget} label={say('home.promises.chart')} words={{ kept, broken }} />
      <FigureTable
        caption={say('home.promises.chart')}
        heads={[say('home.promises.target'), kept, broken, say('home.promises.rate')]}
        rows={promises.byTarget.map((one) => ({
          key: one.target,
          name: nameOf(one),
          numbers: [
            count(one, 'kept'),
            count(one, 'broken'),
            <Typography key="share">{percent(one.share)}</Typography>,
          ],
        }))}
      />
    </Flex>
  );
}

const nameOf = ({ label, rule, code }: PromiseFigure): string =>
  [label, rule ?? code].filter(Boolean).join(' ');

interface KeptChartProps {
  targets: readonly PromiseFigure[];
  label: string;
  words: { kept: string; broken: string };
}

function KeptChart({ targets, label, words: { kept, broken } }: KeptChartProps) {
  const colours = useChartColours();
  const option = React.useMemo(
    () =>
      keptOption(
        targets.map((one) => ({ name: nameOf(one), kept: one.kept, broken: one.broken })),
        { colours, words: { kept, broken } },
      ),
    [targets, colours, kept, broken],
  );
  return <Chart option={option} height={40 + targets.length * BAR} label={label} />;
}
