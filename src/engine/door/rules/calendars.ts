import { invalid, notFound } from '../../../rules/refusal';
import {
  compileCalendar,
  dueAt,
  explainDue,
  isOpenAt,
  type Amount,
  type AmountUnit,
} from '../../../rules/time';
import { calendarSpecOf } from '../../policy';
import { momentOf } from '../intake/preview';
import type { Viewing } from '../views';
import type { Setting } from './settings';

export interface DueCheck {
  /** How the due time comes about, in a sentence. */
  readonly explanation: string;
  readonly dueAt: string;
  /** Whether it begins within the hours. */
  readonly openThen: boolean;
}

const UNITS: readonly AmountUnit[] = ['minutes', 'hours', 'working_days', 'calendar_days', 'same_day'];
const MOST = 100_000;

/** When so much time after a moment is over by this calendar [C-09]. Throws INPUT_INVALID, RECORD_UNKNOWN, and what the calendar itself is refused for. */
export function checkDue(
  { office, row }: Setting,
  { locale }: Viewing,
  asked: Readonly<Record<string, unknown>>,
): DueCheck {
  if (!row) throw notFound('RECORD_UNKNOWN', { type: 'work-calendar' });
  const calendar = compileCalendar(calendarSpecOf(row, office.timeZone));
  const start = momentOf(asked.at) ?? office.now();
  const amount = amountOf(asked);
  const due = dueAt({ calendar, start, amount });
  return {
    explanation: explainDue(
      {
        calendar,
        start,
        amount,
        promise: { zh: '完成', en: 'Done' },
        startWord: { zh: '计时', en: 'start' },
      },
      locale,
    ),
    dueAt: new Date(due).toISOString(),
    openThen: isOpenAt(calendar, start),
  };
}

function amountOf({ amount, unit }: Readonly<Record<string, unknown>>): Amount {
  const known = UNITS.find((one) => one === unit);
  if (!known) throw invalid('INPUT_INVALID', { field: 'unit', reason: 'not_a_choice' });
  const value = Number(amount ?? 0);
  if (!(value >= 0 && value <= MOST)) throw invalid('INPUT_INVALID', { field: 'amount', reason: 'range' });
  return { value, unit: known };
}
