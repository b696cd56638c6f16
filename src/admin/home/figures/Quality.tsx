import * as React from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { BigNumber } from '../BigNumber';
import { Chart } from '../chart/Chart';
import { partsOption, type Slice } from '../chart/options';
import { useChartColours } from '../chart/useChartColours';
import { FigureTable } from '../FigureTable';
import { type Month, type MonthFigures } from '../http/contract';
import { figureRecords } from '../http/paths';
import { percent } from '../numbers';
import { RecordCount } from '../records/RecordCount';
import { WithMonth } from './WithMonth';

/** What the answers mean, from the best to the worst. */
const MOODS: readonly (readonly [answer: string, mood: Slice['mood']])[] = [
  ['very_satisfied', 'good'],
  ['satisfied', 'good'],
  ['fair', 'plain'],
  ['dissatisfied', 'bad'],
  ['very_dissatisfied', 'bad'],
];

/** The answers that were given, from the best to the worst; visits without an answer are none. */
function answersIn({ byAnswer }: MonthFigures['satisfaction']) {
  const known = MOODS.map(([answer, mood]) => ({ answer, mood, value: byAnswer[answer] ?? 0 }));
  return known.filter(({ value }) => value > 0);
}

/** This month's repairs that had to be done again, and how content those who were visited are. */
export function Quality() {
  return <WithMonth>{(month) => <Shown month={month} />}</WithMonth>;
}

function Shown({ month: { month, figures } }: { month: Month }) {
  const { say, value: word } = useOfficeWords('UTC');
  const { rework, satisfaction } = figures;
  if (rework.of + satisfaction.of === 0)
    return <Typography textColor="neutral600">{say('home.quality.none', { month })}</Typography>;
  const again = say('home.quality.rework');
  const repairs = (where: Record<string, string>) =>
    figureRecords('completed', { month, where: { kind: 'repair', ...where } });
  const answers = answersIn(satisfaction);
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%" data-home="quality">
      <Flex gap={8} wrap="wrap">
        <BigNumber label={say('home.quality.reworkShare', { share: percent(rework.share), of: rework.of })}>
          <RecordCount large danger count={rework.count} title={again} path={repairs({ rework: 'yes' })} />
        </BigNumber>
        <BigNumber label={say('home.quality.repairs')}>
          <RecordCount large count={rework.of} title={say('home.quality.repairs')} path={repairs({})} />
        </BigNumber>
        <BigNumber label={say('home.quality.satisfied', { of: satisfaction.of })}>
          <Typography variant="alpha" fontWeight="bold" textColor="neutral800">
            {percent(satisfaction.share)}
          </Typography>
        </BigNumber>
      </Flex>
      {answers.length > 0 && (
        <>
          <AnswersChart satisfaction={satisfaction} />
          <FigureTable
            caption={say('home.quality.chart')}
            heads={[say('home.quality.answer'), say('home.visits.count'), say('home.visits.share')]}
            rows={answers.map(({ answer, value }) => ({
              key: answer,
              name: word(answer),
              numbers: [
                <RecordCount
                  key="count"
                  count={value}
                  title={word(answer)}
                  path={figureRecords('made', { month, where: { satisfaction: answer } })}
                />,
                <Typography key="share">{percent(value / satisfaction.of)}</Typography>,
              ],
            }))}
          />
        </>
      )}
    </Flex>
  );
}

function AnswersChart({ satisfaction }: Pick<MonthFigures, 'satisfaction'>) {
  const { say, value: word } = useOfficeWords('UTC');
  const colours = useChartColours();
  const option = React.useMemo(
    () =>
      partsOption(
        answersIn(satisfaction).map(({ answer, mood, value }) => ({ name: word(answer), value, mood })),
        colours,
      ),
    [satisfaction, colours, word],
  );
  return <Chart option={option} height={150} label={say('home.quality.chart')} />;
}
