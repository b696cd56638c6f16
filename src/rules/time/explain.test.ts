import { ALWAYS_OPEN, compileCalendar, explainDue } from '.';
import type { Amount, ExplainInput, Span } from '.';

const hours: readonly Span[] = [
  ['08:30', '12:00'],
  ['13:30', '17:30'],
];
const office = compileCalendar({
  timeZone: 'Asia/Shanghai',
  weekly: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  statutory: 'cn',
});
const at = (text: string): number => Date.parse(`${text}+08:00`);
const report = { zh: '接报', en: 'report' };

function promise(
  start: string,
  value: number,
  unit: Amount['unit'],
  rest: Partial<ExplainInput> = {},
): ExplainInput {
  const calendar = ALWAYS_OPEN('Asia/Shanghai');
  return {
    calendar,
    start: at(start),
    amount: { value, unit },
    promise: { zh: '到场', en: 'On site' },
    startWord: report,
    ...rest,
  };
}
const both = (input: ExplainInput): string[] => [explainDue(input, 'zh-Hans'), explainDue(input, 'en')];

test('a quarter of an hour from the report, round the clock, in a sentence', () => {
  expect(both(promise('2026-05-03T09:10:00', 15, 'minutes', { rule: 'C-01' }))).toEqual([
    '到场（C-01）：自 5月3日 09:10 接报起 15 分钟，全天计时，应于 5月3日 09:25 前到场',
    'On site (C-01): 15 minutes from the report at 3 May 09:10, round the clock: due 3 May 09:25',
  ]);
});

test('a promise without a rule, and one of one hour', () => {
  expect(both(promise('2026-05-03T09:10:00', 1, 'hours'))).toEqual([
    '到场：自 5月3日 09:10 接报起 1 小时，全天计时，应于 5月3日 10:10 前到场',
    'On site: 1 hour from the report at 3 May 09:10, round the clock: due 3 May 10:10',
  ]);
});

test('[C-10] a due time says how long its clock was paused', () => {
  const pauses = [{ from: at('2026-05-03T10:10:00'), to: at('2026-05-03T12:40:00') }];
  const [zh, en] = both(promise('2026-05-03T09:10:00', 48, 'hours', { rule: 'C-03', pauses }));
  expect(zh).toContain('其间暂停 2 小时 30 分钟，应于 5月5日 11:40 前到场');
  expect(en).toContain('paused for 2 h 30 min: due 5 May 11:40');
  const hour = [{ from: at('2026-05-03T10:10:00'), to: at('2026-05-03T11:10:00') }];
  expect(explainDue(promise('2026-05-03T09:10:00', 48, 'hours', { pauses: hour }), 'zh-Hans')).toContain(
    '暂停 1 小时，',
  );
  const minutes = [{ from: at('2026-05-03T10:10:00'), to: at('2026-05-03T10:30:00') }];
  expect(explainDue(promise('2026-05-03T09:10:00', 48, 'hours', { pauses: minutes }), 'en')).toContain(
    'paused for 20 min:',
  );
});

test('[C-09] a start outside office hours says from when it counts', () => {
  expect(both(promise('2026-05-03T09:10:00', 2, 'working_days', { calendar: office }))).toEqual([
    '到场：自 5月3日 09:10 接报起 2 个工作日，按工作时间计时，非工作时间接报，从 5月6日 08:30 上班起算，应于 5月8日 08:30 前到场',
    'On site: 2 working days from the report at 3 May 09:10, in working hours, counted from opening at 6 May 08:30: due 8 May 08:30',
  ]);
});

test('calendar days, with the year where it turns', () => {
  expect(both(promise('2026-12-31T09:10:00', 3, 'calendar_days', { calendar: office }))).toEqual([
    '到场：自 2026年12月31日 09:10 接报起 3 天，按自然日计，应于 2027年1月3日 09:10 前到场',
    'On site: 3 calendar days from the report at 31 Dec 2026 09:10: due 3 Jan 2027 09:10',
  ]);
});

test('the same day ends at 24:00, on the last day of the year too', () => {
  expect(both(promise('2026-12-31T09:10:00', 0, 'same_day'))).toEqual([
    '到场：12月31日 09:10 接报，限当天内，应于 12月31日 24:00 前到场',
    'On site: the same day, from the report at 31 Dec 09:10: due 31 Dec 24:00',
  ]);
  expect(both(promise('2026-12-31T09:10:00', 0, 'same_visit'))).toEqual([
    '到场：12月31日 09:10 接报，限当次上门内，应于 12月31日 24:00 前到场',
    'On site: on the same visit, from the report at 31 Dec 09:10: due 31 Dec 24:00',
  ]);
});

test('a due time on record is the one that is said', () => {
  const input = promise('2026-05-03T09:10:00', 2, 'calendar_days', { due: at('2026-05-04T18:00:00') });
  expect(explainDue(input, 'en')).toContain('due 4 May 18:00');
});
