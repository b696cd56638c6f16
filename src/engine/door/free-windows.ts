import { freeWindows, stretchOf } from '../../rules/appointments';
import { invalid, notFound } from '../../rules/refusal';
import { query } from '../db';
import type { Viewing } from './views';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const MOST_DAYS = 31;

export interface FreeWindowsView {
  readonly staff: string;
  readonly name: string;
  readonly capacity: number;
  readonly free: readonly { readonly from: string; readonly to: string }[];
}

/**
 * When a member of staff has room for one more appointment [B-05]: `from` and `to` (ISO moments; from now on and for a
 * week by default, 31 days at most), `minutes` the shortest window worth naming (60). What is over is left out.
 * Throws INPUT_INVALID, NOT_FOUND.
 */
export async function showFreeWindows(
  { office }: Viewing,
  staff: string,
  asked: Readonly<Record<string, unknown>>,
): Promise<FreeWindowsView> {
  const now = office.now();
  const from = Math.max(now, momentIn(asked, 'from') ?? now);
  const to = momentIn(asked, 'to') ?? from + 7 * DAY;
  const least = asked.minutes === undefined ? 60 : Number(asked.minutes);
  if (to <= from) throw invalid('INPUT_INVALID', { field: 'to', reason: 'order' });
  if (to - from > MOST_DAYS * DAY) throw invalid('INPUT_INVALID', { field: 'to', reason: 'range' });
  if (!Number.isInteger(least) || least < 5 || least > 1440)
    throw invalid('INPUT_INVALID', { field: 'minutes', reason: 'range' });
  const [person] = await query<{ name: string; capacity: number }>(
    office.pool,
    'SELECT name, coalesce(appointment_capacity, 1) AS capacity FROM staff_members WHERE document_id = $1',
    [staff],
  );
  if (!person) throw notFound('NOT_FOUND', {});
  const taken = await query<{ from: string; to: string }>(
    office.pool,
    `SELECT lower(during) AS "from", upper(during) AS "to" FROM gj_bookings
     WHERE staff_id = $1 AND during && tsrange($2::timestamp, $3::timestamp)`,
    [staff, new Date(from).toISOString(), new Date(to).toISOString()],
  );
  const free = freeWindows({
    taken: taken.map(stretchOf),
    within: { from, to },
    capacity: person.capacity,
    least: least * MINUTE,
  });
  const iso = (at: number): string => new Date(at).toISOString();
  return { staff, ...person, free: free.map((one) => ({ from: iso(one.from), to: iso(one.to) })) };
}

function momentIn(asked: Readonly<Record<string, unknown>>, field: string): number | undefined {
  const value = asked[field];
  if (value === undefined || value === '') return undefined;
  const at = typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : NaN;
  if (Number.isNaN(at)) throw invalid('INPUT_INVALID', { field, reason: 'format' });
  return at;
}
