import type { VisitOfLetter } from '../../rules/visits';
import { query } from '../db';
import { oneByOne, type Ask, type Asked, type Asking } from './ask';

/** How many visits one letter discharges at once when none are named. */
const MOST = 500;

/** A visit with what a letter may be about: of its request, and of the home that it is about. */
const VISITS = `SELECT v.document_id AS id, v.number, v.duty_since, v.stage,
    (SELECT c.document_id FROM tickets_category_lnk k JOIN categories c ON c.id = k.category_id WHERE k.ticket_id = t.id LIMIT 1) AS category,
    b.document_id AS building, m.document_id AS community, t.complaint_class
  FROM return_visits v
  JOIN return_visits_ticket_lnk vt ON vt.return_visit_id = v.id JOIN tickets t ON t.id = vt.ticket_id
  LEFT JOIN tickets_unit_lnk tu ON tu.ticket_id = t.id
  LEFT JOIN units_building_lnk ub ON ub.unit_id = tu.unit_id
  LEFT JOIN buildings b ON b.id = ub.building_id
  LEFT JOIN buildings_community_lnk bm ON bm.building_id = b.id
  LEFT JOIN tickets_community_lnk tm ON tm.ticket_id = t.id
  LEFT JOIN communities m ON m.id = coalesce(tm.community_id, bm.community_id)`;

/** What of a visit the letter is not about, the first of them; null for nothing. */
const STRANGE = `CASE WHEN x.category IS NULL OR x.category <> ALL($1::text[]) THEN 'category'
  WHEN $2::text IS NOT NULL AND x.community IS DISTINCT FROM $2 THEN 'community'
  WHEN $3::text IS NOT NULL AND x.building IS DISTINCT FROM $3 THEN 'building'
  WHEN (x.duty_since AT TIME ZONE 'UTC' AT TIME ZONE $4)::date NOT BETWEEN coalesce($5::date, '-infinity') AND coalesce($6::date, 'infinity') THEN 'period' END`;

/**
 * The visits that a letter is to discharge: those named, whatever they are, or else all due ones that it is about, major complaints
 * left out [D-08].
 */
export const visitsOfLetter: Ask<readonly VisitOfLetter[]> = {
  answer: (asking, asked) => oneByOne(asked, (one) => answerOne(asking, one)),
};

async function answerOne(
  { office, client, policy }: Asking,
  { record, input }: Asked,
): Promise<VisitOfLetter[]> {
  const branch = [...policy.categories.values()]
    .filter(({ path }) => path.includes(String(record?.category)))
    .map(({ id }) => id);
  const about = [
    branch,
    record?.community ?? null,
    record?.building ?? null,
    office.timeZone,
    record?.periodFrom ?? null,
    record?.periodTo ?? null,
  ];
  if (Array.isArray(input.visits)) {
    return query(
      client,
      `SELECT x.id, x.number, ${STRANGE} AS strange FROM (${VISITS}) x WHERE x.id = ANY($7::text[]) ORDER BY x.id`,
      [...about, input.visits],
    );
  }
  return query(
    client,
    `SELECT x.id, x.number, NULL AS strange FROM (${VISITS}) x
     WHERE x.stage IN ('due', 'exempting') AND x.complaint_class IS DISTINCT FROM 'serious' AND (${STRANGE}) IS NULL
     ORDER BY x.duty_since, x.id LIMIT ${MOST}`,
    about,
  );
}
