import { shareOf, type Figures, type Tally } from '../figures';
import {
  ALL_COLUMNS,
  breakdown,
  cellText,
  lengthText,
  SECTIONS,
  sectionsOf,
  shareText,
  type Section,
  type SectionName,
  type Wording,
} from '.';

const NO_TIME = { count: 0, median: null, p90: null, average: null };
const NO_COMPLAINTS = { total: 0, byClass: {}, byCause: {}, byCategory: {} };

/** The figures of a month in which nothing happened. */
const QUIET: Figures = {
  received: { total: 0, byKind: {}, byChannel: {}, byUrgency: {}, byCategory: {} },
  completed: { total: 0, byKind: {}, byCategory: {}, byFaultClass: {}, took: NO_TIME },
  repairs: { received: 0, completed: 0, receivedByCategory: {}, completedByCategory: {} },
  rework: { ...shareOf(0, 0), byCategory: {} },
  promises: { ...shareOf(0, 0), byTarget: [] },
  arrival: NO_TIME,
  visits: { ...shareOf(0, 0), target: 1, owed: 0, exempt: 0, due: 0 },
  signed: { ...shareOf(0, 0), target: 0.4, reached: null, byForm: {} },
  satisfaction: { ...shareOf(0, 0), byAnswer: {} },
  complaints: { ...NO_COMPLAINTS, byStage: {}, faults: NO_COMPLAINTS },
  overdue: { total: 0, byClock: {}, late: NO_TIME },
};

const ZH: Wording = {
  locale: 'zh-Hans',
  names: new Map([
    ['pipes', { zh: '给排水', en: 'Plumbing' }],
    ['b1', { zh: '1栋', en: 'Building 1' }],
    ['arrive', { zh: '维修到场', en: 'Arrival at a repair' }],
  ]),
};
const ALL = Object.keys(SECTIONS) as SectionName[];

const only = (figures: Partial<Figures>, name: SectionName, wording = ZH): Section | undefined =>
  sectionsOf({ ...QUIET, ...figures }, wording, [name])[0];
const said = (section: Section | undefined): string[][] =>
  (section?.rows ?? []).map(({ name, cells }) => [name, ...cells.map((cell) => cellText(cell, 'zh-Hans'))]);

test('[B-13] of a month in which nothing happened only what is always there is shown, and no share is made up', () => {
  const sections = sectionsOf(QUIET, ZH, ALL);
  expect(new Set(sections.map(({ key }) => key))).toEqual(new Set(['overview']));
  const [overview] = sections;
  expect(said(overview).map(([name, , , share]) => [name, share])).toContainEqual(['时限按时', '—']);
  expect(overview?.rows.flatMap(({ cells }) => cells.filter((cell) => 'bad' in cell && cell.bad))).toEqual(
    [],
  );
});

test('[B-13] what came in and what was done stand side by side, most of all on top, and open the records behind them', () => {
  const repairs = {
    received: 7,
    completed: 5,
    receivedByCategory: { pipes: 2, gone: 4, none: 1 },
    completedByCategory: { pipes: 5 },
  };
  const section = only({ repairs }, 'repairCategories');
  expect(said(section)).toEqual([
    ['给排水', '2', '5'],
    ['（已删除）', '4', '0'],
    ['未注明', '1', '0'],
  ]);
  expect(section?.rows[0]?.cells[1]).toMatchObject({
    list: { figure: 'completed', where: { kind: 'repair', category: 'pipes' } },
  });
  expect(said(only({ received: { ...QUIET.received, byKind: { repair: 3 } } }, 'kinds'))).toEqual([
    ['报修', '3', '0'],
  ]);
});

test('[E-06] complaints stand by class in the order of their weight, with their share of all', () => {
  const byClass = { invalid: 1, minor: 2, serious: 1 };
  const complaints = { ...QUIET.complaints, total: 4, byClass };
  expect(said(only({ complaints }, 'complaintClasses')).map(([, ...cells]) => cells)).toEqual([
    ['1', '25%'],
    ['2', '50%'],
    ['1', '25%'],
  ]);
});

test.each([
  ['channels', { received: { ...QUIET.received, byChannel: { phone: 2 } } }],
  ['visitForms', { signed: { ...QUIET.signed, byForm: { on_site: 2 } } }],
  ['satisfaction', { satisfaction: { ...QUIET.satisfaction, byAnswer: { satisfied: 2 } } }],
  ['rework', { rework: { ...QUIET.rework, byCategory: { pipes: 2 } } }],
  ['faultClasses', { completed: { ...QUIET.completed, byFaultClass: { ordinary: 2 } } }],
  ['complaintCauses', { complaints: { ...QUIET.complaints, byCause: { attitude: 2 } } }],
  ['complaintStages', { complaints: { ...QUIET.complaints, byStage: { closed: 2 } } }],
  ['complaintCategories', { complaints: { ...QUIET.complaints, byCategory: { pipes: 2 } } }],
  ['overdueNow', { overdue: { ...QUIET.overdue, byClock: { arrive: 2 } } }],
] as const)('[R-05] %s are counted by code, and each number opens its records', (name, figures) => {
  const section = only(figures, name);
  const [row] = section?.rows ?? [];
  expect(row?.cells).toMatchObject([
    { kind: 'count', value: 2 },
    { kind: 'share', value: 1 },
  ]);
  expect(row?.cells[0]).toHaveProperty('list.figure');
});

test('[R-05] what was overdue at the end of a past period can be counted, but not opened any more', () => {
  const overdue = { ...QUIET.overdue, byClock: { arrive: 2 } };
  expect(only({ overdue }, 'overdueThen')?.rows[0]?.cells[0]).not.toHaveProperty('list');
});

test('[D-11] visits below their target are set off, at it they are not', () => {
  const visits = { ...QUIET.visits, ...shareOf(9, 10), due: 1, owed: 10 };
  const signed = { ...QUIET.signed, ...shareOf(4, 10) };
  const section = only({ visits, signed }, 'visits');
  expect(said(section)).toEqual([
    ['应访已访', '9', '90%', '100%'],
    ['应访未访', '1', '', ''],
    ['免访', '0', '', ''],
    ['本期回访', '10', '', ''],
    ['其中上门签字', '4', '40%', '40%'],
  ]);
  const bad = section?.rows.map(({ cells }) => cells.some((cell) => 'bad' in cell && cell.bad === true));
  expect(bad).toEqual([true, true, false, false, false]);
});

test('[C-01] promises are called by their target, and by their clock where it is gone', () => {
  const promise = (target: string, about: 'repair' | 'visit') => ({
    ...{ ...shareOf(3, 4), target, about, kept: 3, broken: 1 },
    ...{ code: null, rule: target === 'arrive' ? 'C-01' : null, clock: 'arrive' },
  });
  const byTarget = [promise('arrive', 'repair'), promise('gone', 'visit')];
  const promises = { ...shareOf(6, 8), byTarget };
  expect(said(only({ promises }, 'promises'))).toEqual([
    ['维修到场 C-01', '3', '1', '75%'],
    ['到场', '3', '1', '75%'],
  ]);
  expect(said(only({ promises }, 'repairPromises'))).toHaveLength(1);
  expect(said(only({ promises }, 'visitPromises'))).toHaveLength(1);
  expect(only({ promises }, 'complaintPromises')).toBeUndefined();
});

test('[R-05] times are shown where there were any', () => {
  const took = { count: 2, median: 3600, p90: 5400, average: 4500 };
  const section = only({ completed: { ...QUIET.completed, took }, arrival: NO_TIME }, 'times');
  expect(said(section).map(([, ...cells]) => cells)).toEqual([
    ['2', '1 小时', '1 小时 30 分', '1 小时 15 分'],
  ]);
});

test('a table of very many rows says how many it leaves out', () => {
  const byCategory: Tally = Object.fromEntries(Array.from({ length: 70 }, (_, index) => [`c${index}`, 1]));
  const section = only({ rework: { ...QUIET.rework, byCategory } }, 'rework');
  expect([section?.rows.length, section?.more]).toEqual([60, 10]);
});

const busy: Figures = {
  ...QUIET,
  received: { ...QUIET.received, total: 9 },
  promises: { ...shareOf(1, 2), byTarget: [] },
};

test('[R-05] a breakdown by place puts the largest first and opens its own records; nowhere is called so and opens none', () => {
  const groups = [
    { group: null, figures: QUIET },
    { group: 'b1', figures: busy },
  ];
  const section = breakdown({ by: 'building', groups, columns: ALL_COLUMNS }, ZH);
  expect(section?.rows.map(({ name }) => name)).toEqual(['1栋', '不在楼栋内']);
  expect(section?.heads).toHaveLength(ALL_COLUMNS.length + 1);
  expect(section?.rows[0]?.cells[0]).toMatchObject({
    list: { figure: 'received', where: {}, scope: { building: 'b1' } },
  });
  expect(section?.rows[1]?.cells[0]).not.toHaveProperty('list');
  const columns = ['receivedRepairs', 'completedRepairs', 'due', 'faults'] as const;
  const kept = breakdown({ by: 'building', groups, columns, live: false }, ZH);
  expect(kept?.rows.flatMap(({ cells }) => cells.filter((cell) => 'list' in cell))).toEqual([]);
});

test('[R-05] months stay in their order', () => {
  const groups = ['2026-10', '2026-11'].map((group, index) => ({ group, figures: index ? busy : QUIET }));
  const section = breakdown({ by: 'month', groups, columns: ['received'] }, { ...ZH, locale: 'en' });
  expect(section?.rows.map(({ name }) => name)).toEqual(['2026-10', '2026-11']);
  expect(breakdown({ by: 'week', groups: [], columns: ['received'] }, ZH)).toBeUndefined();
});

test('lengths of time are said in their two largest units, shares never as a whole that they are not', () => {
  const seconds = [0, 29, 60, 3600, 12_000, 90_000, 86_400 + 120];
  expect(seconds.map((one) => lengthText(one, 'zh-Hans'))).toEqual([
    '0 分',
    '0 分',
    '1 分',
    '1 小时',
    '3 小时 20 分',
    '1 天 1 小时',
    '1 天',
  ]);
  expect([null, 0, 0.3333, 0.9999, 1].map(shareText)).toEqual(['—', '0%', '33.3%', '99.9%', '100%']);
  expect(cellText({ kind: 'time', value: null }, 'en')).toBe('—');
});
