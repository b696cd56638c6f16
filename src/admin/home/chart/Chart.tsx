import * as React from 'react';
import { Box } from '@strapi/design-system';
import type { EChartsCoreOption, EChartsType } from 'echarts/core';

interface ChartProps {
  option: EChartsCoreOption;
  /** In pixels. */
  height: number;
  /** What the chart shows, in words; the numbers stand in a table beside it. */
  label: string;
}

/** A chart as wide as its place. The library comes with the first one; without it the table beside it stays. */
export function Chart({ option, height, label }: ChartProps) {
  const holder = React.useRef<HTMLDivElement>(null);
  const chart = React.useRef<EChartsType>();
  const latest = React.useRef(option);
  latest.current = option;

  React.useEffect(() => {
    let gone = false;
    const sized = new ResizeObserver(() => chart.current?.resize());
    import('./echarts').then(
      ({ init }) => {
        if (gone || !holder.current) return;
        chart.current = init(holder.current, undefined, { renderer: 'svg' });
        chart.current.setOption(latest.current);
        sized.observe(holder.current);
      },
      () => undefined,
    );
    return () => {
      gone = true;
      sized.disconnect();
      chart.current?.dispose();
      chart.current = undefined;
    };
  }, []);
  React.useEffect(() => chart.current?.setOption(option, { notMerge: true }), [option]);

  return <Box ref={holder} role="img" aria-label={label} width="100%" height={`${height}px`} data-chart />;
}
