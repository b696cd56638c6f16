import type { EChartsCoreOption } from 'echarts/core';

/** What the trend charts show. Pure: colours and words come in. */

export interface TrendLine {
  readonly name: string;
  readonly color: string;
  /** One for each span; null where there is nothing to show. */
  readonly values: readonly (number | null)[];
}

export interface TrendColours {
  readonly text: string;
  readonly faint: string;
  readonly ground: string;
}

interface Drawn {
  readonly spans: readonly string[];
  readonly lines: readonly TrendLine[];
  readonly colours: TrendColours;
  /** Values are shares from 0 to 1 and are drawn as percentages. */
  readonly shares?: boolean;
}

/** Different marks, so that lines are told apart without their colours. */
const MARKS = ['circle', 'rect', 'triangle', 'diamond', 'roundRect'] as const;

/** Lines over months or weeks, each with a mark of its own. */
export function trendOption({ spans, lines, colours, shares = false }: Drawn): EChartsCoreOption {
  const { text, faint, ground } = colours;
  const shown = (value: number | null) => (value === null || !shares ? value : Math.round(value * 1000) / 10);
  const unit = shares ? '%' : '';
  return {
    animation: false,
    grid: { left: 4, right: 16, top: 8, bottom: 56, containLabel: true },
    legend: { bottom: 0, textStyle: { color: text }, itemWidth: 18 },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: ground,
      borderColor: faint,
      textStyle: { color: text },
      valueFormatter: (value: unknown) =>
        value === null || value === undefined ? '—' : `${String(value)}${unit}`,
    },
    xAxis: {
      type: 'category',
      data: [...spans],
      axisLabel: { color: text, hideOverlap: true },
      axisLine: { lineStyle: { color: faint } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      min: 0,
      ...(shares ? { max: 100 } : { minInterval: 1 }),
      axisLabel: { color: text, formatter: `{value}${unit}` },
      splitLine: { lineStyle: { color: faint } },
    },
    series: lines.map(({ name, color, values }, index) => ({
      name,
      color,
      type: 'line',
      symbol: MARKS[index % MARKS.length],
      symbolSize: 8,
      connectNulls: false,
      data: values.map(shown),
    })),
  };
}
