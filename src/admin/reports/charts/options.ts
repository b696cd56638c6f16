import type { EChartsCoreOption } from 'echarts/core';
import { type ChartColours, type KeptBar, keptOption } from '../../home/chart/options';
import { type ReportSection } from '../http/contract';

/** Charts of single tables. Pure. */

/** The tables that are drawn too, and how. */
const DRAWN: Readonly<Record<string, 'kept' | 'bars'>> = {
  promises: 'kept',
  complaintClasses: 'bars',
  complaintCauses: 'bars',
  faultClasses: 'bars',
  satisfaction: 'bars',
};

export interface SectionDrawing {
  option: EChartsCoreOption;
  /** In pixels. */
  height: number;
}

const BAR = 28;
const MOST_BARS = 12;

const countAt = ({ cells }: ReportSection['rows'][number], index: number): number => {
  const cell = cells[index];
  return cell?.kind === 'count' ? cell.value : 0;
};

/** How a table is drawn; undefined for one that says enough by itself. */
export function drawingOf(
  section: ReportSection,
  { colours, words }: { colours: ChartColours; words: { kept: string; broken: string } },
): SectionDrawing | undefined {
  const rows = section.rows.slice(0, MOST_BARS);
  const height = 40 + rows.length * BAR;
  switch (DRAWN[section.key]) {
    case 'kept': {
      const bars = rows.map((row): KeptBar => ({
        name: row.name,
        kept: countAt(row, 0),
        broken: countAt(row, 1),
      }));
      return { option: keptOption(bars, { colours, words }), height };
    }
    case 'bars':
      return {
        option: barsOption(
          rows.map((row) => ({ name: row.name, value: countAt(row, 0) })),
          colours,
        ),
        height,
      };
    default:
      return undefined;
  }
}

function barsOption(
  bars: readonly { name: string; value: number }[],
  { text, faint, ground, plain }: ChartColours,
): EChartsCoreOption {
  return {
    animation: false,
    grid: { left: 4, right: 24, top: 4, bottom: 4, containLabel: true },
    tooltip: {
      confine: true,
      trigger: 'axis',
      backgroundColor: ground,
      borderColor: faint,
      textStyle: { color: text },
    },
    xAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: { color: text },
      splitLine: { lineStyle: { color: faint } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ name }) => name),
      axisLabel: { color: text, width: 110, overflow: 'truncate' },
      axisLine: { lineStyle: { color: faint } },
      axisTick: { show: false },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 16,
        color: plain,
        data: bars.map(({ value }) => value),
        label: { show: true, position: 'right', color: text },
      },
    ],
  };
}
