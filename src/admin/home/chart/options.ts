import type { EChartsCoreOption } from 'echarts/core';

/** What the charts of the home page show. Pure: colours and words come in. */

/** The colours of the panel's theme that charts are drawn in. */
export interface ChartColours {
  readonly good: string;
  readonly bad: string;
  readonly plain: string;
  readonly pale: string;
  readonly text: string;
  readonly faint: string;
  readonly ground: string;
}

export interface KeptBar {
  readonly name: string;
  readonly kept: number;
  readonly broken: number;
}

const hundredths = (share: number): number => Math.round(share * 1000) / 10;

function axes({ text, faint }: ChartColours, names: readonly string[]) {
  return {
    grid: { left: 4, right: 24, top: 4, bottom: 4, containLabel: true },
    xAxis: {
      type: 'value',
      min: 0,
      max: 100,
      axisLabel: { color: text, formatter: '{value}%' },
      splitLine: { lineStyle: { color: faint } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...names],
      axisLabel: { color: text, width: 110, overflow: 'truncate' },
      axisLine: { lineStyle: { color: faint } },
      axisTick: { show: false },
    },
  };
}

const tooltip = ({ ground, text, faint }: ChartColours) => ({
  confine: true,
  backgroundColor: ground,
  borderColor: faint,
  textStyle: { color: text },
});

/** Of each promise the share that was kept and the share that was broken. */
export function keptOption(
  bars: readonly KeptBar[],
  { colours, words }: { colours: ChartColours; words: { kept: string; broken: string } },
): EChartsCoreOption {
  const shares = (pick: (bar: KeptBar) => number) =>
    bars.map((bar) => {
      const of = bar.kept + bar.broken;
      return of === 0 ? 0 : hundredths(pick(bar) / of);
    });
  const series = (name: string, color: string, data: number[]) => ({
    name,
    data,
    color,
    type: 'bar',
    stack: 'all',
    barMaxWidth: 16,
  });
  return {
    ...axes(
      colours,
      bars.map(({ name }) => name),
    ),
    tooltip: {
      ...tooltip(colours),
      trigger: 'axis',
      valueFormatter: (value: unknown) => `${String(value)}%`,
    },
    series: [
      series(
        words.kept,
        colours.good,
        shares(({ kept }) => kept),
      ),
      series(
        words.broken,
        colours.bad,
        shares(({ broken }) => broken),
      ),
    ],
  };
}

export interface TargetBar {
  readonly name: string;
  /** From 0 to 1; null of nothing. */
  readonly share: number | null;
  readonly target: number;
}

/** Shares against their targets: a bar for what is, a mark where it should be. */
export function targetOption(
  bars: readonly TargetBar[],
  { colours, words }: { colours: ChartColours; words: { share: string; target: string } },
): EChartsCoreOption {
  return {
    ...axes(
      colours,
      bars.map(({ name }) => name),
    ),
    tooltip: {
      ...tooltip(colours),
      trigger: 'axis',
      valueFormatter: (value: unknown) => `${String(value)}%`,
    },
    series: [
      {
        name: words.share,
        type: 'bar',
        barMaxWidth: 16,
        showBackground: true,
        backgroundStyle: { color: colours.pale },
        data: bars.map(({ share, target }) => ({
          value: share === null ? 0 : hundredths(share),
          itemStyle: { color: share !== null && share < target ? colours.bad : colours.good },
        })),
      },
      {
        name: words.target,
        type: 'scatter',
        symbol: 'rect',
        symbolSize: [3, 26],
        color: colours.text,
        z: 5,
        data: bars.map(({ target, name }) => [hundredths(target), name]),
        tooltip: { show: false },
      },
    ],
  };
}

export interface Slice {
  readonly name: string;
  readonly value: number;
  readonly mood: 'good' | 'plain' | 'bad';
}

/** How a whole is made up. */
export function partsOption(parts: readonly Slice[], colours: ChartColours): EChartsCoreOption {
  return {
    tooltip: { ...tooltip(colours), trigger: 'item', formatter: '{b}: {c} ({d}%)' },
    series: [
      {
        type: 'pie',
        radius: ['55%', '90%'],
        label: { show: false },
        itemStyle: { borderColor: colours.ground, borderWidth: 2 },
        data: parts.map(({ name, value, mood }, index) => ({
          name,
          value,
          itemStyle: { color: colours[mood], opacity: index % 2 ? 0.7 : 1 },
        })),
      },
    ],
  };
}
