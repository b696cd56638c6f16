import type { Figures, PromiseFigure, Share, Tally } from '../figures';
import type { ReportWord } from '../words/reports';
import type { Cell, Listed, Row, Section } from './model';
import { recordName, valueName, type Wording } from './naming';
import { reportWord } from './text';

/** Rows of one table; what is counted least is left out first. */
const MOST_ROWS = 60;

export const count = (value: number, list?: Listed, bad = false): Cell => ({
  kind: 'count',
  value,
  ...(list ? { list } : {}),
  ...(bad && value > 0 ? { bad } : {}),
});
export const share = (value: number | null, target?: number): Cell => ({
  kind: 'share',
  value,
  ...(target !== undefined && value !== null && value < target ? { bad: true } : {}),
});
const text = (said: string): Cell => ({ kind: 'text', text: said });
const time = (value: number | null): Cell => ({ kind: 'time', value });
const listed = (figure: string, where: Listed['where'] = {}): Listed => ({ figure, where });

interface Table {
  readonly key: string;
  readonly title: ReportWord;
  readonly heads: readonly ReportWord[];
  readonly rows: readonly Row[];
}

/** A table with its heads in words; undefined where there is nothing to show. */
function table({ key, title, heads, rows }: Table, { locale }: Wording): Section | undefined {
  if (rows.length === 0) return undefined;
  const more = rows.length - MOST_ROWS;
  return {
    key,
    title: reportWord(title, locale),
    heads: heads.map((head) => reportWord(head, locale)),
    rows: rows.slice(0, MOST_ROWS),
    ...(more > 0 ? { more } : {}),
  };
}

/** The codes of some tallies, those counted most in the first of them on top. */
function codesIn(...tallies: readonly Tally[]): string[] {
  const all = [...new Set(tallies.flatMap((tally) => Object.keys(tally)))];
  const sum = (code: string) => tallies.reduce((total, tally) => total + (tally[code] ?? 0), 0);
  return all.sort((a, b) => sum(b) - sum(a) || a.localeCompare(b));
}

type Make = (figures: Figures, wording: Wording) => Section | undefined;

const shareRow = (name: string, { count: counted, of, share: shown }: Share, more: ShareMore): Row => ({
  name,
  cells: [
    count(counted, more.list, more.danger),
    count(of, more.ofList),
    share(shown, more.target),
    more.target === undefined ? text('') : share(more.target),
  ],
});
interface ShareMore {
  readonly list: Listed;
  readonly ofList?: Listed;
  readonly target?: number;
  readonly danger?: boolean;
}
const plainRow = (name: string, value: number, list: Listed, danger = false): Row => ({
  name,
  cells: [count(value, list, danger), text(''), text(''), text('')],
});

const OVERVIEW_HEADS = ['head.figure', 'head.count', 'head.of', 'head.share', 'head.target'] as const;

/** The rows of an overview, by what they tell. */
const OVERVIEW = {
  received: ({ received }, name) => plainRow(name('received'), received.total, listed('received')),
  completed: ({ completed }, name) => plainRow(name('completed'), completed.total, listed('completed')),
  receivedRepairs: ({ repairs }, name) =>
    plainRow(name('receivedRepairs'), repairs.received, listed('received', { kind: 'repair' })),
  completedRepairs: ({ repairs }, name) =>
    plainRow(name('completedRepairs'), repairs.completed, listed('completed', { kind: 'repair' })),
  promises: ({ promises }, name) =>
    shareRow(name('promisesKept'), promises, {
      list: listed('promises', { verdict: 'kept' }),
      ofList: listed('promises'),
    }),
  visits: ({ visits }, name) =>
    shareRow(name('visited'), visits, {
      list: listed('visits', { state: 'visited' }),
      target: visits.target,
    }),
  signed: ({ signed }, name) =>
    shareRow(name('signed'), signed, {
      list: listed('made', { signed: 'yes' }),
      ofList: listed('made'),
      target: signed.target,
    }),
  rework: ({ rework }, name) =>
    shareRow(name('rework'), rework, {
      list: listed('completed', { kind: 'repair', rework: 'yes' }),
      ofList: listed('completed', { kind: 'repair' }),
      danger: true,
    }),
  satisfaction: ({ satisfaction }, name) => ({
    name: name('satisfied'),
    cells: [count(satisfaction.count), count(satisfaction.of), share(satisfaction.share), text('')],
  }),
  complaints: ({ complaints }, name) =>
    plainRow(name('complaints'), complaints.total, listed('complaints'), true),
  faults: ({ complaints }, name) =>
    plainRow(name('faults'), complaints.faults.total, listed('complaints', { fault: 'yes' }), true),
} as const satisfies Record<string, (figures: Figures, name: (word: ReportWord) => string) => Row>;

type OverviewRow = keyof typeof OVERVIEW;

const overview =
  (...rows: readonly OverviewRow[]): Make =>
  (figures, wording) => {
    const name = (word: ReportWord) => reportWord(word, wording.locale);
    const made = rows.map((row) => OVERVIEW[row](figures, name));
    return table({ key: 'overview', title: 'overview', heads: OVERVIEW_HEADS, rows: made }, wording);
  };

interface Tallied {
  readonly key: string;
  readonly title: ReportWord;
  readonly head: ReportWord;
  readonly tally: (figures: Figures) => Tally;
  readonly name: (code: string, wording: Wording) => string;
  readonly list?: (code: string) => Listed;
  /** In this order, where an order says something; else by count. */
  readonly order?: readonly string[];
}

/** Codes with their count and their share of the whole. */
const tallied =
  ({ key, title, head, tally, name, list, order = [] }: Tallied): Make =>
  (figures, wording) => {
    const counts = tally(figures);
    const total = Object.values(counts).reduce((sum, one) => sum + one, 0);
    const place = (code: string) => (order.includes(code) ? order.indexOf(code) : order.length);
    const codes = codesIn(counts).sort((a, b) => place(a) - place(b));
    const rows = codes.map((code): Row => {
      const value = counts[code] ?? 0;
      return { name: name(code, wording), cells: [count(value, list?.(code)), share(value / total)] };
    });
    return table({ key, title, heads: [head, 'head.count', 'head.share'], rows }, wording);
  };

const value = (type: string, field: string) => (code: string, wording: Wording) =>
  valueName(type, field, code, wording);
const category = (code: string, wording: Wording) =>
  recordName(code, wording, reportWord('none', wording.locale));

/** Received and completed side by side. */
const pairOf =
  (
    key: string,
    title: ReportWord,
    head: ReportWord,
    pick: (figures: Figures) => readonly [received: Tally, completed: Tally],
    name: (code: string, wording: Wording) => string,
    list: (code: string) => Listed['where'],
  ): Make =>
  (figures, wording) => {
    const [received, completed] = pick(figures);
    const rows = codesIn(received, completed).map((code): Row => ({
      name: name(code, wording),
      cells: [
        count(received[code] ?? 0, listed('received', list(code))),
        count(completed[code] ?? 0, listed('completed', list(code))),
      ],
    }));
    return table({ key, title, heads: [head, 'received', 'completed'], rows }, wording);
  };

const promisesAbout =
  (is: (one: PromiseFigure) => boolean): Make =>
  ({ promises }, wording) => {
    const rows = promises.byTarget.filter(is).map((one): Row => ({
      name: [promiseName(one, wording), one.rule].filter(Boolean).join(' '),
      cells: [
        count(one.kept, listed('promises', { target: one.target, verdict: 'kept' })),
        count(one.broken, listed('promises', { target: one.target, verdict: 'broken' }), true),
        share(one.share),
      ],
    }));
    const heads = ['head.promise', 'head.kept', 'head.broken', 'head.keptShare'] as const;
    return table({ key: 'promises', title: 'promises', heads, rows }, wording);
  };

/** What a target is called; by its clock where it has since been deleted. */
const promiseName = ({ target, clock }: PromiseFigure, wording: Wording): string =>
  wording.names.has(target) ? recordName(target, wording, '') : valueName('clock', 'name', clock, wording);

const timesOf =
  (...which: readonly ('completed' | 'arrival' | 'late')[]): Make =>
  (figures, wording) => {
    const took = { completed: figures.completed.took, arrival: figures.arrival, late: figures.overdue.late };
    const lists = {
      completed: listed('completed', { kind: 'repair' }),
      arrival: listed('arrival'),
      late: listed('overdue'),
    };
    const rows = which
      .filter((one) => took[one].count > 0)
      .map((one): Row => ({
        name: reportWord(`time.${one}`, wording.locale),
        cells: [
          count(took[one].count, lists[one]),
          time(took[one].median),
          time(took[one].p90),
          time(took[one].average),
        ],
      }));
    const heads = ['head.what', 'head.count', 'head.median', 'head.p90', 'head.average'] as const;
    return table({ key: 'times', title: 'times', heads, rows }, wording);
  };

const visits: Make = (figures, wording) => {
  const { visits: owed, signed } = figures;
  if (owed.of + owed.exempt + signed.of === 0) return undefined;
  const row = (
    word: 'visited' | 'due' | 'exempt' | 'made' | 'signed',
    counted: number,
    list: Listed,
    shown: readonly [number | null, number?] = [null],
  ): Row => ({
    name: reportWord(`visit.${word}`, wording.locale),
    cells: [
      count(counted, list, word === 'due'),
      shown[1] === undefined ? text('') : share(...shown),
      shown[1] === undefined ? text('') : share(shown[1]),
    ],
  });
  const rows = [
    row('visited', owed.count, listed('visits', { state: 'visited' }), [owed.share, owed.target]),
    row('due', owed.due, listed('visits', { state: 'due' })),
    row('exempt', owed.exempt, listed('visits', { state: 'exempt' })),
    row('made', signed.of, listed('made')),
    row('signed', signed.count, listed('made', { signed: 'yes' }), [signed.share, signed.target]),
  ];
  const heads = ['head.what', 'head.count', 'head.share', 'head.target'] as const;
  return table({ key: 'visits', title: 'visits', heads, rows }, wording);
};

/** The tables that a report may have, by name. */
export const SECTIONS = {
  overview: overview(
    ...(['received', 'completed', 'promises', 'visits', 'signed'] as const),
    ...(['satisfaction', 'rework', 'complaints', 'faults'] as const),
  ),
  repairOverview: overview('receivedRepairs', 'completedRepairs', 'rework'),
  complaintOverview: overview('complaints', 'faults'),
  visitOverview: overview('visits', 'signed', 'satisfaction'),
  kinds: pairOf(
    'kinds',
    'kinds',
    'head.kind',
    ({ received, completed }) => [received.byKind, completed.byKind],
    value('ticket', 'kind'),
    (kind) => ({ kind }),
  ),
  categories: pairOf(
    'categories',
    'categories',
    'head.category',
    ({ received, completed }) => [received.byCategory, completed.byCategory],
    category,
    (code) => ({ category: code }),
  ),
  repairCategories: pairOf(
    'repairCategories',
    'repairCategories',
    'head.category',
    ({ repairs }) => [repairs.receivedByCategory, repairs.completedByCategory],
    category,
    (code) => ({ kind: 'repair', category: code }),
  ),
  channels: tallied({
    key: 'channels',
    title: 'channels',
    head: 'head.channel',
    tally: ({ received }) => received.byChannel,
    name: value('ticket', 'channel'),
    list: (channel) => listed('received', { channel }),
  }),
  promises: promisesAbout(() => true),
  repairPromises: promisesAbout(({ about }) => about === 'repair'),
  complaintPromises: promisesAbout(({ about }) => about === 'complaint'),
  visitPromises: promisesAbout(({ about }) => about === 'visit'),
  times: timesOf('completed', 'arrival', 'late'),
  repairTimes: timesOf('completed', 'arrival'),
  visits,
  visitForms: tallied({
    key: 'visitForms',
    title: 'visitForms',
    head: 'head.form',
    tally: ({ signed }) => signed.byForm,
    name: value('return-visit', 'form'),
    list: (form) => listed('made', { form }),
  }),
  satisfaction: tallied({
    key: 'satisfaction',
    title: 'satisfaction',
    head: 'head.answer',
    tally: ({ satisfaction }) => satisfaction.byAnswer,
    name: value('return-visit', 'satisfaction'),
    list: (satisfaction) => listed('made', { satisfaction }),
    order: ['very_satisfied', 'satisfied', 'fair', 'dissatisfied', 'very_dissatisfied'],
  }),
  rework: tallied({
    key: 'rework',
    title: 'rework',
    head: 'head.category',
    tally: ({ rework }) => rework.byCategory,
    name: category,
    list: (code) => listed('completed', { kind: 'repair', rework: 'yes', category: code }),
  }),
  faultClasses: tallied({
    key: 'faultClasses',
    title: 'faultClasses',
    head: 'head.faultClass',
    tally: ({ completed }) => completed.byFaultClass,
    name: value('ticket', 'faultClass'),
    list: (faultClass) => listed('completed', { kind: 'repair', faultClass }),
  }),
  complaintClasses: tallied({
    key: 'complaintClasses',
    title: 'complaintClasses',
    head: 'head.class',
    tally: ({ complaints }) => complaints.byClass,
    name: value('ticket', 'complaintClass'),
    list: (code) => listed('complaints', { class: code }),
    order: ['serious', 'important', 'minor', 'invalid', 'none'],
  }),
  complaintCauses: tallied({
    key: 'complaintCauses',
    title: 'complaintCauses',
    head: 'head.cause',
    tally: ({ complaints }) => complaints.byCause,
    name: value('ticket', 'complaintCause'),
    list: (cause) => listed('complaints', { cause }),
  }),
  complaintStages: tallied({
    key: 'complaintStages',
    title: 'complaintStages',
    head: 'head.stage',
    tally: ({ complaints }) => complaints.byStage,
    name: value('ticket', 'stage'),
    list: (stage) => listed('complaints', { stage }),
  }),
  complaintCategories: tallied({
    key: 'complaintCategories',
    title: 'complaintCategories',
    head: 'head.category',
    tally: ({ complaints }) => complaints.byCategory,
    name: category,
    list: (code) => listed('complaints', { category: code }),
  }),
  overdueNow: tallied({
    key: 'overdue',
    title: 'overdueNow',
    head: 'head.clock',
    tally: ({ overdue }) => overdue.byClock,
    name: value('clock', 'name'),
    list: (clock) => listed('overdue', { clock }),
  }),
  overdueThen: tallied({
    key: 'overdue',
    title: 'overdueThen',
    head: 'head.clock',
    tally: ({ overdue }) => overdue.byClock,
    name: value('clock', 'name'),
  }),
} as const satisfies Record<string, Make>;

export type SectionName = keyof typeof SECTIONS;

/** The tables of these names that have something to say, in this order. */
export const sectionsOf = (figures: Figures, wording: Wording, names: readonly SectionName[]): Section[] =>
  names.map((name) => SECTIONS[name](figures, wording)).filter((section) => section !== undefined);
