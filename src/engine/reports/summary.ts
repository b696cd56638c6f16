import type { Figures, FiguresOfGroup } from '../../rules/figures';
import {
  breakdown,
  reportWord,
  sectionsOf,
  type ColumnName,
  type Report,
  type Section,
  type SectionName,
} from '../../rules/reports';
import type { SUMMARY_KINDS } from '../../rules/terms';
import { enumWord } from '../../rules/words/enums';
import { say, type Locale, type Words } from '../../rules/words/say';
import { readCase, stageLabel, type Viewing } from '../door/views';
import { wallTime } from '../papers/facts';
import { periodLine } from './live';

export type SummaryKind = (typeof SUMMARY_KINDS)[number];

/** A problem that came again and again in one building [D-11]. */
export interface Recurring {
  readonly category: string;
  readonly categoryEn?: string | null;
  readonly building: string | null;
  readonly kind: string;
  readonly count: number;
  readonly numbers: readonly string[];
}

/** What a summary keeps: the figures at the end of its period, and what everything in them was called then. */
export interface KeptFigures {
  readonly all: Figures;
  readonly byBuilding: readonly FiguresOfGroup[];
  readonly names: Readonly<Record<string, Words>>;
}

interface Shape {
  readonly sections: readonly SectionName[];
  readonly columns: readonly ColumnName[];
}

/** What stands in the summary of each kind. */
export const SHAPES: Readonly<Record<SummaryKind, Shape>> = {
  repairs_monthly: {
    sections: [
      ...(['repairOverview', 'repairTimes', 'repairCategories', 'faultClasses', 'rework'] as const),
      ...(['repairPromises', 'overdueThen'] as const),
    ],
    columns: ['receivedRepairs', 'completedRepairs', 'rework', 'kept'],
  },
  complaints_weekly: {
    sections: [
      ...(['complaintOverview', 'complaintClasses', 'complaintCauses', 'complaintStages'] as const),
      ...(['complaintCategories', 'complaintPromises'] as const),
    ],
    columns: ['complaints', 'faults'],
  },
  visits_monthly: {
    sections: ['visitOverview', 'visits', 'visitForms', 'satisfaction', 'visitPromises'],
    columns: ['visited', 'due', 'signed', 'satisfied'],
  },
};

/** Numbers of requests that a row of a problem names. */
const MOST_NUMBERS = 12;

/** A kept summary as a report. Throws CASE_UNKNOWN. */
export async function summaryReport(viewing: Viewing, id: string): Promise<{ report: Report; name: string }> {
  const { office, locale } = viewing;
  const record = await readCase(office, 'summary', id);
  const kind = record.kind as SummaryKind;
  const kept = record.figures as KeptFigures;
  const { sections, columns } = SHAPES[kind];
  const wording = { locale, names: new Map(Object.entries(kept.names)) };
  const buildings = breakdown({ by: 'building', groups: kept.byBuilding, columns, live: false }, wording);
  const span = { from: Date.parse(String(record.periodFrom)), to: Date.parse(String(record.periodTo)) };
  const when = (word: 'drawnUp' | 'approved', moment: unknown) => {
    const said = wallTime(viewing, moment instanceof Date ? moment.toISOString() : moment);
    return said === '' ? [] : [reportWord(word, locale, { moment: said })];
  };
  const remark = (title: 'analysis' | 'directorNote', text: unknown) =>
    typeof text === 'string' && text.trim() !== '' ? [{ title: reportWord(title, locale), text }] : [];
  const report: Report = {
    title: reportWord(`title.${kind}`, locale),
    lines: [
      reportWord('sheetNo', locale, {
        number: record.number,
        stage: stageLabel('summary', record.stage, locale),
      }),
      periodLine(office, span, locale),
      ...when('drawnUp', record.cycleSince),
      ...when('approved', record.approvedAt),
    ],
    sections: [
      ...sectionsOf(kept.all, wording, sections).map(unlisted),
      ...(buildings ? [buildings] : []),
      ...recurringSection((record.recurring ?? []) as readonly Recurring[], locale),
    ],
    remarks: [...remark('analysis', record.analysis), ...remark('directorNote', record.directorNote)],
  };
  return { report, name: record.number };
}

/** The numbers of a kept summary stand; the records behind them may have changed since. */
const unlisted = (section: Section): Section => ({
  ...section,
  rows: section.rows.map(({ name, cells }) => ({
    name,
    cells: cells.map((cell) => {
      if (cell.kind !== 'count') return cell;
      const { list: _list, ...shown } = cell;
      return shown;
    }),
  })),
});

function recurringSection(problems: readonly Recurring[], locale: Locale): Section[] {
  if (problems.length === 0) return [];
  const heads = ['head.category', 'head.kind', 'head.place', 'head.count', 'head.numbers'] as const;
  return [
    {
      key: 'recurring',
      title: reportWord('recurring', locale),
      heads: heads.map((head) => reportWord(head, locale)),
      rows: problems.map(({ category, categoryEn, building, kind, count, numbers }) => {
        const words = enumWord('ticket', 'kind', kind);
        const rest = numbers.length - MOST_NUMBERS;
        const shown = numbers.slice(0, MOST_NUMBERS).join(' ');
        return {
          name: locale === 'en' ? categoryEn || category : category,
          cells: [
            { kind: 'text', text: words ? say(words, locale) : kind },
            { kind: 'text', text: building ?? reportWord('nowhere.building', locale) },
            { kind: 'count', value: count },
            { kind: 'text', text: rest > 0 ? `${shown} …` : shown },
          ],
        };
      }),
    },
  ];
}
