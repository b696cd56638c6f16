import * as React from 'react';
import { useOfficeWords } from '../../cases/useOfficeWords';
import { Chart } from '../../home/chart/Chart';
import { useChartColours } from '../../home/chart/useChartColours';
import { type ReportSection } from '../http/contract';
import { drawingOf } from './options';

/** The chart of a table, where it has one; the table below it says the same in numbers. */
export function SectionChart({ section }: { section: ReportSection }) {
  const { say } = useOfficeWords('UTC');
  const colours = useChartColours();
  const [kept, broken] = [say('home.promises.kept'), say('home.promises.broken')];
  const drawing = React.useMemo(
    () => drawingOf(section, { colours, words: { kept, broken } }),
    [section, colours, kept, broken],
  );
  return drawing ? <Chart option={drawing.option} height={drawing.height} label={section.title} /> : null;
}
