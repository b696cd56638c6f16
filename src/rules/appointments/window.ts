import { invalid, type Refusal } from '../refusal';
import { suits } from './suitable';

const DAY = 86_400_000;

export interface WindowGiven {
  readonly from: string | null | undefined;
  readonly to: string | null | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly timeZone: string;
  /** What the requester said would suit him, in his words. */
  readonly suitable: string | null;
  /** Why another time was agreed on all the same. */
  readonly otherwise: string | null | undefined;
}

/**
 * Why a window cannot be agreed on [B-05]: half a window, its end before its beginning, over already, longer than
 * a day, or outside the hours that suit, unless it is said why. None at all is fine.
 */
export function windowRefused({
  from,
  to,
  now,
  timeZone,
  suitable,
  otherwise,
}: WindowGiven): Refusal | undefined {
  if (!from && !to) return undefined;
  if (!from || !to || from >= to) return invalid('APPOINTMENT_INVALID', { field: 'appointmentTo' });
  const window = { from: Date.parse(from), to: Date.parse(to) };
  if (window.to <= now) return invalid('APPOINTMENT_PAST', { field: 'appointmentTo', to });
  if (window.to - window.from > DAY) return invalid('APPOINTMENT_TOO_LONG', { field: 'appointmentTo' });
  if (!suitable || otherwise?.trim() || suits(suitable, window, timeZone)) return undefined;
  return invalid('APPOINTMENT_UNSUITABLE', { field: 'outsideHoursReason', hours: suitable });
}
