import { say, type WordTable } from '../../rules/words/say';
import { sayImport } from '../../rules/import';
import { inLine } from '../launch/sentences';
import { table } from '../launch/table';
import type { Comparison } from './compare';
import type { EventTrouble, Replayed } from './replay';
import type { RefusalReason } from './types';

/** Why an event of a log is not carried out, apart from the office's own refusals. */
const REASONS: WordTable & Readonly<Record<RefusalReason, unknown>> = {
  ALREADY_REGISTERED: { zh: '该事项已经登记', en: 'the case is registered already' },
  DUPLICATE: { zh: '与前面的记录完全相同', en: 'repeats an earlier line word for word' },
  NO_CHANGE: { zh: '管家所记的内容没有变化', en: 'changes nothing that the office keeps' },
  NO_SUCH_ACTION: { zh: '管家没有对应的操作', en: 'the office has no such action' },
  OUT_OF_ORDER: { zh: '早于已经办理的记录', en: 'is older than what has been done already' },
  TIME_UNREADABLE: { zh: '时间无法识别', en: 'its time cannot be read' },
};

/** How many mismatches are listed. */
const MOST_LISTED = 50;

/** What became of the events: how many, which actions, which refusals and why. */
export function replayedLines(replayed: Replayed): string[] {
  const { events, performed, partly, refused, actions, troubles } = replayed;
  return [
    inLine({
      zh: `共 ${events} 条记录：办理 ${performed}，部分办理 ${partly}，不予办理 ${refused}`,
      en: `${events} events: ${performed} performed, ${partly} in part, ${refused} refused`,
    }),
    '',
    table([
      ['操作 action', '次数 count'],
      ...sorted(actions).map(([action, count]) => [action, String(count)]),
    ]),
    '',
    table([
      ['不予办理 refused', '操作 action', '次数 count', '原因 why'],
      ...byReason(troubles).map((reason) => [
        reason.code,
        reason.action ?? '',
        String(reason.count),
        whyOf(reason),
      ]),
    ]),
  ];
}

/** Whether the office agrees with the log's own counts, and where it does not, why. */
export function comparedLines({ cases, log, office, agree, mismatches }: Comparison): string[] {
  const row = (zh: string, en: 'reassignments' | 'reopenings') => [
    `${zh} ${en}`,
    String(log[en]),
    String(office[en]),
    `${agree[en]} / ${cases}`,
  ];
  const lines = [
    table([
      ['', '日志 log', '管家 office', '相符 cases that agree'],
      row('改派', 'reassignments'),
      row('重开', 'reopenings'),
    ]),
  ];
  if (mismatches.length > 0) lines.push('');
  for (const { caseName, what, log: said, office: found, why } of mismatches.slice(0, MOST_LISTED)) {
    const reasons = why.length > 0 ? why.join('; ') : '— 不明 unexplained';
    lines.push(`${caseName} ${what}: ${said} ≠ ${found}: ${reasons}`);
  }
  if (mismatches.length > MOST_LISTED) lines.push(`… +${mismatches.length - MOST_LISTED}`);
  return lines;
}

const sorted = (counts: ReadonlyMap<string, number>): [string, number][] =>
  [...counts].sort((a, b) => b[1] - a[1]);

interface Reason {
  readonly code: string;
  readonly action: string | null;
  readonly count: number;
  /** Of the first event refused so: an example. */
  readonly details: Readonly<Record<string, unknown>>;
}

function byReason(troubles: readonly EventTrouble[]): Reason[] {
  const reasons = new Map<string, Reason>();
  for (const { code, action, details } of troubles) {
    const key = `${code} ${action ?? ''}`;
    const known = reasons.get(key) ?? { code, action, count: 0, details };
    reasons.set(key, { ...known, count: known.count + 1 });
  }
  return [...reasons.values()].sort((a, b) => b.count - a.count);
}

function whyOf({ code, details }: Reason): string {
  const own = (REASONS as WordTable)[code];
  if (own) return inLine({ zh: say(own, 'zh-Hans'), en: say(own, 'en') });
  return inLine({ zh: sayImport(code, 'zh-Hans', details), en: sayImport(code, 'en', details) });
}
