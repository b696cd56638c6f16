import { invalid } from '../../rules/refusal';
import { enumWord } from '../../rules/words/enums';
import { say } from '../../rules/words/say';
import { query } from '../db';
import { join } from '../join';
import { tableFor, type Office } from '../office';
import { stageLabel, type Viewing } from './views';

const MOST = 100;
const USUAL = 25;

interface Row extends Record<string, unknown> {
  readonly total: number;
  readonly documentId: string;
  readonly number: string;
  readonly stage: string;
  readonly overdueSince: string;
  readonly appointmentTo: string | null;
  readonly appointmentOver: boolean;
  readonly promises: readonly { clock: string; dueAt: string; broken: boolean }[] | null;
  readonly cause: string | null;
  readonly contact: string | null;
  readonly contactAt: string | null;
}

/**
 * Orders that are not done and past a promise or past their appointment, the longest overdue first, each with its
 * cause and the contact made with the requester [B-10]. `explained` (true, false) keeps those that have both, or lack one;
 * `page` and `pageSize` (100 at most). Throws INPUT_INVALID.
 */
export async function overdueOrders(viewing: Viewing, asked: Readonly<Record<string, unknown>>) {
  const { office, scope } = viewing;
  const page = numberIn(asked, 'page', { usual: 1, most: 1_000_000 });
  const pageSize = numberIn(asked, 'pageSize', { usual: USUAL, most: MOST });
  const rows = await query<Row>(office.pool, statementFor(office, scope?.sql('dispatch-order', 'o')), [
    new Date(office.now()).toISOString(),
    explainedIn(asked),
    pageSize,
    (page - 1) * pageSize,
  ]);
  const total = rows[0]?.total ?? 0;
  return {
    data: rows.filter(({ documentId }) => documentId !== null).map((row) => viewOf(viewing, row)),
    meta: { pagination: { page, pageSize, pageCount: Math.ceil(total / pageSize), total } },
  };
}

function numberIn(
  asked: Readonly<Record<string, unknown>>,
  field: string,
  { usual, most }: { usual: number; most: number },
): number {
  const value = asked[field];
  if (value === undefined) return usual;
  const number = typeof value === 'string' && /^\d{1,7}$/.test(value) ? Number(value) : 0;
  if (number < 1 || number > most) throw invalid('INPUT_INVALID', { field, reason: 'range' });
  return number;
}

function explainedIn({ explained }: Readonly<Record<string, unknown>>): boolean | null {
  if (explained === undefined) return null;
  if (explained === 'true' || explained === 'false') return explained === 'true';
  throw invalid('INPUT_INVALID', { field: 'explained', reason: 'boolean' });
}

/** $1 now, $2 explained or not (null for both), $3 limit, $4 offset. */
function statementFor(office: Office, open = 'true'): string {
  const { table } = tableFor(office, 'dispatch-order');
  const joined = (attribute: string, alias: string): string =>
    join(office, 'dispatch-order', attribute, ['o', alias]);
  return `WITH open AS (
      SELECT o.*, t.document_id AS ticket_id, t.number AS ticket_number, s.name AS technician, m.name AS team, c.name AS contractor,
        o.stage IN ('drafted', 'offered', 'dispatched', 'accepted', 'missed', 'no_access') AND o.appointment_to <= $1::timestamp AS appointment_over
      FROM "${table}" o ${joined('ticket', 't')} ${joined('technician', 's')} ${joined('team', 'm')} ${joined('contractor', 'c')}
      WHERE o.stage NOT IN ('done', 'signed', 'filed', 'cancelled') AND ${open}
    ), late AS (
      SELECT open.*, p.promises, coalesce(delay_cause, missed_cause) AS cause, coalesce(delay_contact, missed_contact) AS contact,
        coalesce(delay_contact_at, missed_contact_at) AS contact_at,
        least(p.due_at, CASE WHEN appointment_over THEN appointment_to END, missed_at) AS since
      FROM open LEFT JOIN LATERAL (
        SELECT min(k.due_at) AS due_at, json_agg(json_build_object('clock', k.name, 'dueAt', k.due_at, 'broken', k.broken_at IS NOT NULL) ORDER BY k.due_at) AS promises
        FROM clocks k WHERE k.stopped_at IS NULL AND (k.broken_at IS NOT NULL OR (k.paused_at IS NULL AND k.due_at <= $1::timestamp))
          AND ((k.case_type = 'dispatch-order' AND k.case_id = open.document_id) OR (k.case_type = 'ticket' AND k.case_id = open.ticket_id))
      ) p ON true
      WHERE p.due_at IS NOT NULL OR appointment_over OR stage = 'missed'
    ), asked AS (
      SELECT * FROM late WHERE $2::boolean IS NULL OR (coalesce(cause, '') <> '' AND coalesce(contact, '') <> '') = $2
    )
    SELECT n.total, a.document_id AS "documentId", a.number, a.stage, a.ticket_id AS "ticketId", a.ticket_number AS "ticketNumber", a.technician,
      a.team, a.contractor, a.since AS "overdueSince", a.appointment_to AS "appointmentTo", a.appointment_over AS "appointmentOver", a.promises,
      a.cause, a.contact, a.contact_at AS "contactAt"
    FROM (SELECT count(*)::int AS total FROM asked) n
    LEFT JOIN (SELECT * FROM asked ORDER BY since, id LIMIT $3 OFFSET $4) a ON true ORDER BY a.since, a.id`;
}

function viewOf({ locale }: Viewing, row: Row) {
  const { total: _, promises, appointmentOver, appointmentTo, ticketId, ticketNumber, ...shown } = row;
  const missed = appointmentOver || row.stage === 'missed';
  return {
    ...shown,
    stageLabel: stageLabel('dispatch-order', row.stage, locale),
    ticket: { documentId: ticketId, number: ticketNumber },
    appointmentTo,
    overdue: [
      ...(missed ? [{ kind: 'appointment', dueAt: appointmentTo ?? row.overdueSince }] : []),
      ...(promises ?? []).map(({ clock, dueAt }) => {
        const words = enumWord('clock', 'name', clock);
        return { kind: 'promise', clock, label: words ? say(words, locale) : clock, dueAt: isoOf(dueAt) };
      }),
    ],
    explained: Boolean(row.cause) && Boolean(row.contact),
  };
}

/** A moment within JSON of the database is one of its own spelling. */
const isoOf = (moment: string): string =>
  new Date(/Z$|[+-]\d\d:?\d\d$/.test(moment) ? moment : `${moment}Z`).toISOString();
