import { isoWeekOf } from './period';

export type SpanStep = 'month' | 'week';

const DAY = 86_400_000;

/** The last `count` months or ISO weeks up to the one that holds a local date, oldest first, as `period` names them. */
export function spansUntil(date: string, step: SpanStep, count: number): string[] {
  const back = (steps: number): string => {
    if (step === 'week') return isoWeekOf(Date.parse(date) - steps * 7 * DAY);
    const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
    return new Date(Date.UTC(year, month - 1 - steps, 1)).toISOString().slice(0, 7);
  };
  return Array.from({ length: count }, (_, index) => back(count - 1 - index));
}
