import { inTheWay, stretchOf, type Appointment } from '../rules/appointments';
import type { CaseRecord } from '../rules/cases/types';
import { conflict } from '../rules/refusal';
import { NeedsItsOwn } from './asks';
import { query, type Part } from './db';
import { definitionOf } from './office';
import type { HeldCase, Work } from './work';

/** The table of who is expected where and when, and what keeps anybody from being in more places than he can [B-05]. */
export const BOOKINGS_TABLE = `
CREATE TABLE IF NOT EXISTS gj_bookings (
  case_id text NOT NULL, case_type text NOT NULL, number text NOT NULL, staff_id text NOT NULL,
  during tsrange NOT NULL CHECK (NOT isempty(during)), PRIMARY KEY (case_id, case_type));
CREATE INDEX IF NOT EXISTS gj_bookings_staff ON gj_bookings (staff_id, upper(during));
`;

/** Names the lock under which one person's calendar is looked at and written. */
const calendarLock = (staff: string): string => `bookings ${staff}`;

/**
 * An exclusion constraint knows one at a time only; how many a person can take on is a column of his. So the count is
 * taken by a trigger, under a lock of the person: whoever writes, by whatever way, no moment is given away too often.
 */
export const BOOKINGS_FUNCTION = `
CREATE OR REPLACE FUNCTION gj_keep_capacity() RETURNS trigger LANGUAGE plpgsql AS $body$
DECLARE
  capacity integer;
  most integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('bookings ' || NEW.staff_id, 0));
  SELECT s.appointment_capacity INTO capacity FROM staff_members s WHERE s.document_id = NEW.staff_id;
  WITH others AS (
    SELECT during FROM gj_bookings
    WHERE staff_id = NEW.staff_id AND during && NEW.during AND (case_id, case_type) <> (NEW.case_id, NEW.case_type)
  ), moments AS (
    SELECT lower(NEW.during) AS at UNION SELECT greatest(lower(during), lower(NEW.during)) FROM others
  )
  SELECT coalesce(max(running), 0) INTO most FROM (
    SELECT count(*) AS running FROM moments m JOIN others o ON o.during @> m.at GROUP BY m.at
  ) n;
  IF most >= coalesce(capacity, 1) THEN
    RAISE EXCEPTION 'no room in the calendar' USING ERRCODE = 'exclusion_violation', TABLE = 'gj_bookings', CONSTRAINT = 'gj_bookings_during_excl';
  END IF;
  RETURN NEW;
END $body$;
`;

export const BOOKINGS_TRIGGER = `CREATE OR REPLACE TRIGGER gj_keep_capacity BEFORE INSERT OR UPDATE ON gj_bookings
  FOR EACH ROW EXECUTE FUNCTION gj_keep_capacity()`;

const same = (one: Appointment | null, other: Appointment | null): boolean =>
  one?.staff === other?.staff && one?.from === other?.from && one?.to === other?.to;

/** The appointment of a case as it was read and as it is now. */
function appointmentsOf(work: Work, held: HeldCase, before: CaseRecord | null) {
  const appointment = definitionOf(work.office, held.type).appointment;
  if (!appointment) return null;
  const was = before && before.stage !== '' ? appointment.of(before) : null;
  return { was, is: appointment.of(held.record), lapse: appointment.lapse };
}

/**
 * Looks whether the person has room for the window that an action has agreed on, and puts off until its end what is done
 * if nobody has come [B-05]. Throws APPOINTMENT_TAKEN with the order that stands in the way.
 */
export async function keepCalendar(
  work: Work,
  held: HeldCase,
  before: CaseRecord | null,
  now: number,
): Promise<void> {
  if (work.past) return;
  const found = appointmentsOf(work, held, before);
  if (!found?.is || same(found.was, found.is)) return;
  const { is, was, lapse } = found;
  const { documentId: caseId } = held.record;
  if (is.from !== was?.from || is.to !== was.to)
    work.deeds.push({
      caseType: held.type,
      caseId,
      action: lapse,
      input: { until: is.to },
      at: Date.parse(is.to),
    });
  if (!is.staff || Date.parse(is.to) <= now) return;
  if (!work.client) throw new NeedsItsOwn(lapse);
  await query(work.client, 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [calendarLock(is.staff)]);
  // A statement of its own, after the lock: it sees what those before have written.
  const rows = await query<{ number: string; from: string; to: string; capacity: number }>(
    work.client,
    `SELECT b.number, lower(b.during) AS "from", upper(b.during) AS "to",
       (SELECT coalesce(s.appointment_capacity, 1) FROM staff_members s WHERE s.document_id = $1) AS capacity
     FROM gj_bookings b WHERE b.staff_id = $1 AND b.during && tsrange($2::timestamp, $3::timestamp) AND b.case_id <> $4
     ORDER BY lower(b.during)`,
    [is.staff, is.from, is.to, caseId],
  );
  const other = inTheWay(rows, { window: stretchOf(is), capacity: rows[0]?.capacity ?? 1 });
  if (!other) return;
  const { number: order, from, to } = other;
  throw conflict('APPOINTMENT_TAKEN', { field: 'appointmentFrom', order, from, to });
}

/** Writes the windows that cases have come by, and frees those that they have lost, with everything else. */
export function bookingParts(work: Work, cases: readonly HeldCase[], now: number): Part[] {
  const set: object[] = [];
  const freed: string[] = [];
  for (const held of cases) {
    const found = appointmentsOf(work, held, held.stored);
    if (!found || same(found.was, found.is)) continue;
    const { was, is } = found;
    const { documentId, number } = held.record;
    // What is over by now takes nobody's time any more.
    if (is?.staff && Date.parse(is.to) > now)
      set.push({
        case_id: documentId,
        case_type: held.type,
        number,
        staff_id: is.staff,
        from_at: is.from,
        to_at: is.to,
      });
    else if (was?.staff) freed.push(documentId);
  }
  return [...(set.length > 0 ? [setPart(set)] : []), ...(freed.length > 0 ? [freePart(freed)] : [])];
}

const setPart = (rows: readonly object[]): Part => ({
  ctes: [
    [
      'bookings_set',
      `INSERT INTO gj_bookings (case_id, case_type, number, staff_id, during)
       SELECT case_id, case_type, number, staff_id, tsrange(from_at, to_at) FROM jsonb_to_recordset($?::jsonb)
         AS x(case_id text, case_type text, number text, staff_id text, from_at timestamp, to_at timestamp)
       ON CONFLICT (case_id, case_type) DO UPDATE SET staff_id = excluded.staff_id, during = excluded.during`,
    ],
  ],
  params: [JSON.stringify(rows)],
});

const freePart = (cases: readonly string[]): Part => ({
  ctes: [['bookings_freed', 'DELETE FROM gj_bookings WHERE case_id = ANY($?::text[])']],
  params: [cases],
});
