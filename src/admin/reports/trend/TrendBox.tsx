import * as React from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useTheme } from 'styled-components';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { Chart } from '../../home/chart/Chart';
import { WidgetBody } from '../../home/WidgetBody';
import {
  type Listed,
  type ReportCell,
  type ReportSection,
  type Share,
  type Trend,
  type TrendPoint,
} from '../http/contract';
import { useGetTrendQuery } from '../http/reports';
import { Grid, Switch } from '../look';
import { SectionTable } from '../tables/SectionTable';
import { trendOption, type TrendLine } from './options';

const HEIGHT = 260;
const STEPS = ['month', 'week'] as const;
type Step = (typeof STEPS)[number];
const COUNTS = ['received', 'completed', 'complaints'] as const;
const SHARES = ['promises', 'visits', 'signed', 'satisfaction', 'rework'] as const;

interface TrendBoxProps {
  /** The last day that is shown. */
  until: string;
  step: Step;
  onStep: (step: Step) => void;
  /** Whose figures. */
  scope: Readonly<Record<string, string>>;
}

/** How the figures have gone over the last twelve months or weeks: as lines, and as a table. */
export function TrendBox({ until, step, onStep, scope }: TrendBoxProps) {
  const { locale } = useIntl();
  const { say } = useOfficeWords('UTC');
  const query = new URLSearchParams({ step, until, ...scope }).toString();
  const asked = useGetTrendQuery({ query, locale });
  return (
    <Flex direction="column" alignItems="stretch" gap={4} data-trend={step}>
      <Flex justifyContent="space-between" gap={2} wrap="wrap">
        <Typography variant="beta" tag="h2">
          {say('reports.trend.title')}
        </Typography>
        <Switch role="group" aria-label={say('reports.trend.step')}>
          {STEPS.map((one) => (
            <Button
              key={one}
              variant={one === step ? 'default' : 'tertiary'}
              aria-pressed={one === step}
              onClick={() => onStep(one)}
            >
              {say(`reports.trend.${one}`)}
            </Button>
          ))}
        </Switch>
      </Flex>
      <WidgetBody asked={asked}>{(trend) => <Lines trend={trend} scope={scope} />}</WidgetBody>
    </Flex>
  );
}

function Lines({ trend, scope }: { trend: Trend; scope: TrendBoxProps['scope'] }) {
  const { say } = useOfficeWords('UTC');
  const { colors } = useTheme();
  const { points } = trend;
  const [counts, shares] = React.useMemo(() => {
    const colours = { text: colors.neutral700, faint: colors.neutral200, ground: colors.neutral0 };
    const strokes = [
      colors.primary600,
      colors.success600,
      colors.danger600,
      colors.alternative600,
      colors.warning600,
    ];
    const spans = points.map(({ span }) => span);
    const line = (name: string, index: number, values: TrendLine['values']): TrendLine => ({
      name: say(`reports.trend.${name}`),
      color: strokes[index] ?? colors.neutral600,
      values,
    });
    return [
      trendOption({
        spans,
        colours,
        lines: COUNTS.map((name, index) =>
          line(
            name,
            index,
            points.map((point) => point[name]),
          ),
        ),
      }),
      trendOption({
        spans,
        colours,
        shares: true,
        lines: SHARES.map((name, index) =>
          line(
            name,
            index,
            points.map((point) => point[name].share),
          ),
        ),
      }),
    ];
  }, [points, colors, say]);
  const section: ReportSection = {
    key: 'trend',
    title: say('reports.trend.table'),
    heads: [say('reports.trend.span'), ...[...COUNTS, ...SHARES].map((name) => say(`reports.trend.${name}`))],
    rows: [...points].reverse().map((point) => ({ name: point.span, cells: cellsOf(point) })),
  };
  return (
    <>
      <Grid>
        <Box>
          <Chart option={counts} height={HEIGHT} label={say('reports.trend.counts')} />
        </Box>
        <Box>
          <Chart option={shares} height={HEIGHT} label={say('reports.trend.shares')} />
        </Box>
      </Grid>
      <SectionTable section={section} range={scope} />
    </>
  );
}

/** The numbers of a span; counts open their records. */
function cellsOf(point: TrendPoint): ReportCell[] {
  const count = (value: number, figure: string, where: Listed['where'] = {}): ReportCell => ({
    kind: 'count',
    value,
    list: { figure, where, scope: { period: point.span } },
  });
  const share = ({ share: value }: Share): ReportCell => ({ kind: 'share', value });
  return [
    count(point.received, 'received'),
    count(point.completed, 'completed'),
    count(point.complaints, 'complaints'),
    ...SHARES.map((name) => share(point[name])),
  ];
}
