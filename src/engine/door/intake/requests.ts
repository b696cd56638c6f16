import { localDate } from '../../../rules/time';
import { clockOf, CLOCK_SELECT } from '../../clock-rows';
import { query } from '../../db';
import { groupBy } from '../../group';
import { definitionOf } from '../../office';
import { enumLabel, stageLabel, viewsOfClocks, type ClockView, type Viewing } from '../views';
import { LIVES_THERE } from './households';

const MOST = 10;

/** Whom or what a question at the desk is about: documentIds. */
export interface Asked {
  readonly unit?: string;
  readonly owner?: string;
}

/** A request as the desk sees it beside the form. */
export interface KnownRequest {
  readonly documentId: string;
  readonly number: string;
  readonly matter: string;
  readonly kind: string;
  readonly category: string | null;
  readonly stage: string;
  readonly stageLabel: string;
  readonly open: boolean;
  readonly urgent: boolean;
  readonly receivedAt: string;
  /** The promises that are running. */
  readonly clocks: readonly ClockView[];
}

interface TicketRow extends Record<string, unknown> {
  readonly documentId: string;
  readonly number: string;
  readonly matter: string;
  readonly kind: string;
  readonly category: string | null;
  readonly stage: string;
  readonly urgency: string | null;
  readonly receivedAt: string;
  readonly open: boolean;
}

/** Of the home; of a person those of his homes, and those that came from his phone. */
const requestsSql = (open: string): string => `
  WITH theirs AS (
    SELECT tu.ticket_id AS id FROM units u JOIN tickets_unit_lnk tu ON tu.unit_id = u.id WHERE u.document_id = $1
    UNION
    SELECT tu.ticket_id FROM owners o JOIN occupancies_owner_lnk ol ON ol.owner_id = o.id
      JOIN occupancies oc ON oc.id = ol.occupancy_id JOIN occupancies_unit_lnk ou ON ou.occupancy_id = oc.id
      JOIN tickets_unit_lnk tu ON tu.unit_id = ou.unit_id
      WHERE o.document_id = $2 AND $1::text IS NULL AND ${LIVES_THERE('$3')}
    UNION
    SELECT t.id FROM owners o JOIN tickets t ON t.contact_phone_hash = o.phone_hash WHERE o.document_id = $2
  )
  SELECT t.document_id AS "documentId", t.number, left(t.matter, 300) AS matter, t.kind, c.name AS category, t.stage,
    t.urgency, t.received_at AS "receivedAt", NOT (t.stage = ANY($4::text[])) AS open
  FROM theirs x JOIN tickets t ON t.id = x.id AND ${open}
  LEFT JOIN tickets_category_lnk k ON k.ticket_id = t.id LEFT JOIN categories c ON c.id = k.category_id
  ORDER BY open DESC, t.received_at DESC, t.id DESC LIMIT ${MOST}`;

/** The ten requests of a home or person that matter now: open ones first, then the latest. */
export async function requestsOf(
  { office, locale, scope }: Viewing,
  { unit, owner }: Asked,
): Promise<KnownRequest[]> {
  const { finalStages } = definitionOf(office, 'ticket');
  const rows = await query<TicketRow>(office.pool, requestsSql(scope?.sql('ticket', 't') ?? 'true'), [
    unit ?? null,
    owner ?? null,
    localDate(office.timeZone, office.now()),
    finalStages,
  ]);
  const clocks = await runningClocks(
    { office, locale },
    rows.filter(({ open }) => open).map(({ documentId }) => documentId),
  );
  return rows.map(({ urgency, kind, ...row }) => ({
    ...row,
    kind: enumLabel('ticket', 'kind', kind, locale),
    stageLabel: stageLabel('ticket', row.stage, locale),
    urgent: urgency === 'urgent',
    clocks: clocks.get(row.documentId) ?? [],
  }));
}

/** The clocks of these tickets that have not stopped, those due first first. */
async function runningClocks(
  viewing: Pick<Viewing, 'office' | 'locale'>,
  tickets: readonly string[],
): Promise<Map<string, ClockView[]>> {
  if (tickets.length === 0) return new Map();
  const rows = await query(
    viewing.office.pool,
    `SELECT ${CLOCK_SELECT} FROM clocks c WHERE c.case_id = ANY($1::text[]) AND c.case_type = 'ticket' AND c.stopped_at IS NULL
     ORDER BY c.due_at, c.id`,
    [tickets],
  );
  const views = await viewsOfClocks(viewing, rows);
  const grouped = groupBy(
    rows.map((row, index) => ({ caseId: clockOf(row).caseId, view: views[index] })),
    ({ caseId }) => caseId,
  );
  return new Map([...grouped].map(([id, group]) => [id, group.flatMap(({ view }) => (view ? [view] : []))]));
}
