import type { Figures, FiguresOfGroup } from '../figures';
import type { ReportWord } from '../words/reports';
import type { Cell, Listed, Row, Section } from './model';
import { recordName, type Wording } from './naming';
import { count, share } from './sections';
import { reportWord } from './text';

export type GroupedBy = 'community' | 'building' | 'team' | 'person' | 'month' | 'week';

/** A column of a breakdown. */
interface Column {
  readonly head: ReportWord;
  readonly cell: (
    figures: Figures,
    list: (figure: string, where?: Listed['where']) => Listed | undefined,
  ) => Cell;
}

const COLUMNS = {
  received: {
    head: 'received',
    cell: ({ received }, list) => count(received.total, list('received')),
  },
  receivedRepairs: {
    head: 'receivedRepairs',
    cell: ({ repairs }, list) => count(repairs.received, list('received', { kind: 'repair' })),
  },
  completed: {
    head: 'completed',
    cell: ({ completed }, list) => count(completed.total, list('completed')),
  },
  completedRepairs: {
    head: 'completedRepairs',
    cell: ({ repairs }, list) => count(repairs.completed, list('completed', { kind: 'repair' })),
  },
  kept: { head: 'head.keptShare', cell: ({ promises }) => share(promises.share) },
  rework: { head: 'head.reworkShare', cell: ({ rework }) => share(rework.share) },
  visited: { head: 'head.visitedShare', cell: ({ visits }) => share(visits.share, visits.target) },
  due: {
    head: 'visit.due',
    cell: ({ visits }, list) => count(visits.due, list('visits', { state: 'due' }), true),
  },
  signed: { head: 'head.signedShare', cell: ({ signed }) => share(signed.share, signed.target) },
  satisfied: { head: 'head.satisfiedShare', cell: ({ satisfaction }) => share(satisfaction.share) },
  complaints: {
    head: 'complaints',
    cell: ({ complaints }, list) => count(complaints.total, list('complaints'), true),
  },
  faults: {
    head: 'faults',
    cell: ({ complaints }, list) =>
      count(complaints.faults.total, list('complaints', { fault: 'yes' }), true),
  },
  overdue: { head: 'overdue', cell: ({ overdue }, list) => count(overdue.total, list('overdue'), true) },
} as const satisfies Record<string, Column>;

export type ColumnName = keyof typeof COLUMNS;

/** The columns of a breakdown of everything. */
export const ALL_COLUMNS: readonly ColumnName[] = [
  ...([
    'received',
    'completed',
    'kept',
    'rework',
    'visited',
    'signed',
    'satisfied',
    'complaints',
    'overdue',
  ] as const),
];

interface Breakdown {
  readonly by: GroupedBy;
  readonly groups: readonly FiguresOfGroup[];
  readonly columns: readonly ColumnName[];
  /** Whether its numbers can be opened: those of a kept summary can not. */
  readonly live?: boolean;
}

/** The figures of each place, team, person or span, one row each; undefined where there is none. */
export function breakdown(
  { by, groups, columns, live = true }: Breakdown,
  wording: Wording,
): Section | undefined {
  if (groups.length === 0) return undefined;
  const { locale } = wording;
  const rows = groups.map(({ group, figures }): Row => {
    const list = (figure: string, where: Listed['where'] = {}): Listed | undefined =>
      !live || group === null || isSpan(by) ? undefined : { figure, where, scope: { [by]: group } };
    return {
      name: nameOf(by, group, wording),
      cells: columns.map((name) => COLUMNS[name].cell(figures, list)),
    };
  });
  return {
    key: `by-${by}`,
    title: reportWord(`by.${by}`, locale),
    heads: [
      reportWord('head.group', locale),
      ...columns.map((name) => reportWord(COLUMNS[name].head, locale)),
    ],
    rows: isSpan(by) ? rows : rows.sort((a, b) => sizeOf(b) - sizeOf(a)),
  };
}

const isSpan = (by: GroupedBy): by is 'month' | 'week' => by === 'month' || by === 'week';
const nameOf = (by: GroupedBy, group: string | null, wording: Wording): string =>
  isSpan(by) ? String(group) : recordName(group, wording, reportWord(`nowhere.${by}`, wording.locale));
const sizeOf = ({ cells: [first] }: Row): number => (first?.kind === 'count' ? first.value : 0);
