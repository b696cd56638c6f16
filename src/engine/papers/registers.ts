import { periodOf, type Period } from '../../rules/figures';
import { forbidden, invalid } from '../../rules/refusal';
import { localDate } from '../../rules/time';
import { paperWords } from '../../rules/words/papers';
import { query } from '../db';
import { fieldLabel, stageLabel, type Viewing } from '../door/views';
import { tableNameOf } from '../tables';
import { footerOf, officeName, said, wallTime } from './facts';
import type { Register } from './plan';

/** Rows that are printed at most; of more it is said how many are missing. */
export const MOST_ROWS = 2000;

export type RegisterKind = 'repair' | 'complaint';

/** What a register shows that not every role may see. */
const SHOWN: Readonly<Record<RegisterKind, readonly string[]>> = {
  repair: ['requesterName', 'contactPhone', 'matter'],
  complaint: ['requesterName', 'contactPhone', 'matter', 'complainedOf', 'demand', 'outcome'],
};

interface Asked {
  readonly period: Period;
  readonly building: { readonly id: string; readonly name: string } | null;
}

const KNOWN = new Set(['period', 'from', 'to', 'building', 'locale']);

/**
 * The register of repairs, or of complaints [E-01]: what was received in a span of local days (`from`, `to`, both
 * included, or `period`), of one building if it is named; of the requests that the reader may see. Throws NOT_ENTITLED, PERIOD_INVALID, INPUT_UNKNOWN_FIELD, REFERENCE_UNKNOWN.
 */
export async function registerOf(
  viewing: Viewing,
  kind: RegisterKind,
  given: Readonly<Record<string, unknown>>,
): Promise<Register> {
  const closed = SHOWN[kind].find((field) => viewing.scope?.may('read', 'ticket', field) === false);
  if (closed !== undefined)
    throw forbidden('NOT_ENTITLED', { action: 'read', type: 'ticket', field: closed });
  const asked = await askedIn(viewing, given);
  const rows = await rowsOf(viewing, kind, asked);
  const counts = await countsOf(viewing, kind, asked);
  const columns = COLUMNS[kind];
  return {
    office: await officeName(viewing, null),
    title: said(viewing, paperWords[`title.${kind}`]),
    scope: scopeText(viewing, asked),
    grid: {
      columns: columns.map(({ title, share }) => ({ title: title(viewing), share })),
      rows: rows.map((row, index) => columns.map(({ text }) => text(viewing, row, index))),
    },
    totals: totalsOf(viewing, counts),
    footer: footerOf(viewing),
  };
}

async function askedIn({ office }: Viewing, given: Readonly<Record<string, unknown>>): Promise<Asked> {
  const stranger = Object.keys(given).find((field) => !KNOWN.has(field));
  if (stranger !== undefined) throw invalid('INPUT_UNKNOWN_FIELD', { field: stranger });
  const text = (field: string): string | undefined => {
    const value = given[field];
    if (value === undefined || value === '') return undefined;
    if (typeof value === 'string' && value.length <= 64) return value;
    throw invalid('INPUT_INVALID', { field, reason: 'type' });
  };
  const period = periodOf({ period: text('period'), from: text('from'), to: text('to') }, office.timeZone);
  const id = text('building');
  if (id === undefined) return { period, building: null };
  const [row] = await query<{ name: string }>(
    office.pool,
    `SELECT name FROM "${tableNameOf(office.strapi, 'building')}" WHERE document_id = $1 LIMIT 1`,
    [id],
  );
  if (!row) throw invalid('REFERENCE_UNKNOWN', { field: 'building', type: 'building' });
  return { period, building: { id, name: row.name } };
}

/** $1 kind, $2 and $3 the span, $4 the building or null. */
const WHERE = `t.kind = $1 AND t.received_at >= $2::timestamp AND t.received_at < $3::timestamp
  AND ($4::text IS NULL OR EXISTS (SELECT FROM tickets_unit_lnk l JOIN units_building_lnk ub ON ub.unit_id = l.unit_id
    JOIN buildings b ON b.id = ub.building_id WHERE l.ticket_id = t.id AND b.document_id = $4))`;

const paramsOf = (kind: RegisterKind, { period, building }: Asked): unknown[] => [
  kind,
  new Date(period.from).toISOString(),
  new Date(period.to).toISOString(),
  building?.id ?? null,
];

interface Row extends Record<string, unknown> {
  readonly number: string;
  readonly stage: string;
  readonly receivedAt: string;
  readonly occurredAt: string | null;
  readonly completedAt: string | null;
  readonly requesterName: string | null;
  readonly contactPhone: string | null;
  readonly anonymous: boolean | null;
  readonly unit: string | null;
  readonly exactLocation: string | null;
  readonly occurredPlace: string | null;
  readonly complainedOf: string | null;
  readonly department: string | null;
  readonly matter: string | null;
  readonly demand: string | null;
  readonly outcome: string | null;
  readonly handler: string | null;
}

const rowsOf = ({ office, scope }: Viewing, kind: RegisterKind, asked: Asked): Promise<Row[]> =>
  query<Row>(
    office.pool,
    `SELECT t.number, t.stage, t.received_at AS "receivedAt", t.occurred_at AS "occurredAt", t.completed_at AS "completedAt",
       t.requester_name AS "requesterName", t.contact_phone AS "contactPhone", t.anonymous, t.exact_location AS "exactLocation",
       t.occurred_place AS "occurredPlace", t.complained_of AS "complainedOf", t.matter, t.demand,
       coalesce(t.outcome, t.result, t.answer) AS outcome,
       (SELECT u.label FROM tickets_unit_lnk l JOIN units u ON u.id = l.unit_id WHERE l.ticket_id = t.id LIMIT 1) AS unit,
       (SELECT d.name FROM tickets_complained_department_lnk l JOIN departments d ON d.id = l.department_id
         WHERE l.ticket_id = t.id LIMIT 1) AS department,
       coalesce(
         (SELECT s.name FROM tickets_handler_lnk l JOIN staff_members s ON s.id = l.staff_member_id WHERE l.ticket_id = t.id LIMIT 1),
         (SELECT s.name FROM tickets_accountable_lnk l JOIN staff_members s ON s.id = l.staff_member_id WHERE l.ticket_id = t.id LIMIT 1)
       ) AS handler
     FROM tickets t WHERE ${WHERE} AND ${scope?.sql('ticket', 't') ?? 'true'} ORDER BY t.received_at, t.id LIMIT ${MOST_ROWS}`,
    paramsOf(kind, asked),
  );

interface Counts {
  readonly total: number;
  readonly done: number;
  readonly cancelled: number;
}

async function countsOf({ office, scope }: Viewing, kind: RegisterKind, asked: Asked): Promise<Counts> {
  const [counts] = await query<Counts & Record<string, unknown>>(
    office.pool,
    `SELECT count(*)::int AS total, (count(*) FILTER (WHERE t.stage IN ('completed', 'closed')))::int AS done,
       (count(*) FILTER (WHERE t.stage = 'cancelled'))::int AS cancelled
     FROM tickets t WHERE ${WHERE} AND ${scope?.sql('ticket', 't') ?? 'true'}`,
    paramsOf(kind, asked),
  );
  return counts ?? { total: 0, done: 0, cancelled: 0 };
}

function totalsOf(viewing: Viewing, { total, done, cancelled }: Counts): string[] {
  if (total === 0) return [said(viewing, paperWords.none)];
  const counted = said(viewing, paperWords.count, { total, done, cancelled, open: total - done - cancelled });
  const rest = total - MOST_ROWS;
  return rest > 0 ? [counted, said(viewing, paperWords.cutOff, { most: MOST_ROWS, rest })] : [counted];
}

function scopeText(viewing: Viewing, { period, building }: Asked): string {
  const { timeZone } = viewing.office;
  const scope = said(viewing, paperWords.scope, {
    from: localDate(timeZone, period.from),
    to: localDate(timeZone, period.to - 1),
  });
  return building ? said(viewing, paperWords.scopeBuilding, { scope, building: building.name }) : scope;
}

interface RegisterColumn {
  readonly share: number;
  readonly title: (viewing: Viewing) => string;
  readonly text: (viewing: Viewing, row: Row, index: number) => string;
}

const labelled = (field: string) => (viewing: Viewing) => fieldLabel('ticket', field, viewing.locale);
const worded = (word: keyof typeof paperWords) => (viewing: Viewing) => said(viewing, paperWords[word]);
const joined = (...texts: readonly (string | null)[]): string => texts.filter(Boolean).join(' ');

const ROW: RegisterColumn = {
  share: 2.4,
  title: worded('row'),
  text: (_viewing, _row, index) => String(index + 1),
};
const NUMBER: RegisterColumn = {
  share: 8.4,
  title: labelled('number'),
  text: (_viewing, { number }) => number,
};
const RECEIVED: RegisterColumn = {
  share: 5.2,
  title: labelled('receivedAt'),
  text: (viewing, { receivedAt }) => wallTime(viewing, receivedAt),
};
const NAME: RegisterColumn = {
  share: 5,
  title: worded('who'),
  text: (viewing, { requesterName, anonymous }) =>
    requesterName ?? (anonymous ? said(viewing, paperWords.anonymous) : ''),
};
const PHONE: RegisterColumn = {
  share: 6,
  title: labelled('contactPhone'),
  text: ({ office }, { contactPhone }) => (contactPhone ? office.privacy.masked('phone', contactPhone) : ''),
};
const OUTCOME: RegisterColumn = {
  share: 10,
  title: worded('outcome'),
  text: (_viewing, { outcome }) => outcome ?? '',
};
const HANDLER: RegisterColumn = {
  share: 5,
  title: worded('handledBy'),
  text: (_viewing, { handler }) => handler ?? '',
};
const STAGE: RegisterColumn = {
  share: 4,
  title: labelled('stage'),
  text: ({ locale }, { stage }) => stageLabel('ticket', stage, locale),
};

const COLUMNS: Readonly<Record<RegisterKind, readonly RegisterColumn[]>> = {
  repair: [
    ...[ROW, NUMBER, RECEIVED, NAME, PHONE],
    {
      share: 9,
      title: worded('place'),
      text: (_viewing, { unit, exactLocation }) => joined(unit, exactLocation),
    },
    { share: 14, title: labelled('matter'), text: (_viewing, { matter }) => matter ?? '' },
    HANDLER,
    {
      share: 5.2,
      title: labelled('completedAt'),
      text: (viewing, { completedAt }) => wallTime(viewing, completedAt),
    },
    ...[OUTCOME, STAGE],
  ],
  complaint: [
    ...[ROW, NUMBER, RECEIVED],
    {
      share: 5.2,
      title: labelled('occurredAt'),
      text: (viewing, { occurredAt }) => wallTime(viewing, occurredAt),
    },
    {
      share: 6.5,
      title: worded('place'),
      text: (_viewing, { occurredPlace, unit, exactLocation }) =>
        occurredPlace ?? joined(unit, exactLocation),
    },
    ...[NAME, PHONE],
    {
      share: 6.5,
      title: worded('against'),
      text: (_viewing, { complainedOf, department }) => joined(complainedOf, department),
    },
    { share: 13, title: labelled('matter'), text: (_viewing, { matter }) => matter ?? '' },
    { share: 9, title: labelled('demand'), text: (_viewing, { demand }) => demand ?? '' },
    ...[OUTCOME, HANDLER, STAGE],
  ],
};
