import { drawingOf } from './options';

const colours = {
  ...{ good: 'green', bad: 'red', plain: 'grey', pale: 'white' },
  ...{ text: 'black', faint: 'silver', ground: 'white' },
};
const asked = { colours, words: { kept: '按时', broken: '超时' } };
const seriesOf = (option: unknown) => (option as { series: { data: unknown[] }[] }).series;
const section = (key: string, ...rows: readonly (readonly [string, ...number[]])[]) => ({
  ...{ key, title: key, heads: [] },
  rows: rows.map(([name, ...values]) => ({
    name,
    cells: values.map((value) => ({ kind: 'count' as const, value })),
  })),
});

test('[R-05] promises are drawn as shares kept and broken, classes as what is counted', () => {
  const promises = drawingOf(section('promises', ['到场 C-01', 3, 1]), asked);
  expect(seriesOf(promises?.option).map(({ data }) => data)).toEqual([[75], [25]]);
  const classes = drawingOf(section('complaintClasses', ['重大', 2], ['轻微', 5]), asked);
  expect(seriesOf(classes?.option)[0]?.data).toEqual([2, 5]);
  expect(drawingOf(section('overview', ['受理', 2]), asked)).toBeUndefined();
});
