import { keptOption, partsOption, targetOption } from './options';

const colours = {
  ...{ good: 'green', bad: 'red', plain: 'grey', pale: 'white' },
  ...{ text: 'black', faint: 'silver', ground: 'white' },
};
const seriesOf = (option: unknown) => (option as { series: { data: unknown[] }[] }).series;

test('of each promise what was kept and what was broken make up the whole; of none there is no bar', () => {
  const option = keptOption(
    [
      { name: '到场', kept: 2, broken: 1 },
      { name: '答复', kept: 0, broken: 0 },
    ],
    { colours, words: { kept: '按时', broken: '超时' } },
  );
  expect(seriesOf(option).map(({ data }) => data)).toEqual([
    [66.7, 0],
    [33.3, 0],
  ]);
});

test('a share below its target is drawn as such, one at its target is not, and each has its mark', () => {
  const option = targetOption(
    [
      { name: '签字', share: 0.3999, target: 0.4 },
      { name: '回访', share: 1, target: 1 },
      { name: '无', share: null, target: 0.4 },
    ],
    { colours, words: { share: '实际', target: '目标' } },
  );
  const [bars, marks] = seriesOf(option);
  expect(bars?.data).toMatchObject([
    { value: 40, itemStyle: { color: 'red' } },
    { value: 100, itemStyle: { color: 'green' } },
    { value: 0, itemStyle: { color: 'green' } },
  ]);
  expect(marks?.data).toEqual([
    [40, '签字'],
    [100, '回访'],
    [40, '无'],
  ]);
});

test('the parts of a whole are in the colour of what they say', () => {
  const option = partsOption([{ name: '满意', value: 3, mood: 'good' }], colours);
  expect(seriesOf(option)[0]?.data).toMatchObject([
    { name: '满意', value: 3, itemStyle: { color: 'green' } },
  ]);
});
