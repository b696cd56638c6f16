import { trendOption } from './options';

const colours = { text: 'black', faint: 'silver', ground: 'white' };
type Drawn = { series: { data: unknown[]; symbol: string }[]; yAxis: { max?: number } };

test('[R-05] shares are drawn in percent up to a hundred, a month of nothing leaves a gap', () => {
  const option = trendOption({
    spans: ['2026-09', '2026-10'],
    lines: [
      { name: '按时', color: 'green', values: [0.3999, null] },
      { name: '签字', color: 'blue', values: [1, 0] },
    ],
    colours,
    shares: true,
  }) as unknown as Drawn;
  expect(option.series.map(({ data }) => data)).toEqual([
    [40, null],
    [100, 0],
  ]);
  expect(option.yAxis.max).toBe(100);
  expect(new Set(option.series.map(({ symbol }) => symbol)).size).toBe(2);
});

test('counts are drawn as they are', () => {
  const lines = [{ name: '受理', color: 'blue', values: [12, 0] }];
  const option = trendOption({ spans: ['a', 'b'], lines, colours }) as unknown as Drawn;
  expect(option.series[0]?.data).toEqual([12, 0]);
});
