import { TAIL_LENGTH, digitsOf } from '../../../rules/masking';
import { localDate } from '../../../rules/time';
import { query } from '../../db';
import { masked, open, tailHash } from '../../privacy';
import type { Viewing } from '../views';
import { capacityLabel, LIVES_THERE } from './households';
import { assertMayRegister, type Sight } from './may';
import { wantedOf, type Wanted } from './wanted';

/** Somebody who may be calling: a home, or a person in a home. */
export interface Hit {
  /** What was found by: part of the address, of a name, the end of a phone. */
  readonly by: 'unit' | 'name' | 'phone';
  readonly unit: { readonly documentId: string; readonly label: string } | null;
  readonly person: {
    readonly documentId: string;
    readonly name: string;
    /** Masked. */
    readonly phone: string | null;
    readonly capacity: string | null;
  } | null;
  /** Who lives there, where a home was found. */
  readonly residents: readonly string[];
}

const MOST = 20;
/** Where homes and people are found, neither may push the other out of the list. */
const AT_LEAST = 8;

/**
 * Homes, owners and occupants by any part of an address or name, or by the last four or more digits of a phone; 20 at
 * most. Phones are masked. Throws NOT_ENTITLED.
 */
export async function findCaller(viewing: Viewing, sight: Sight, typed: string): Promise<Hit[]> {
  assertMayRegister(viewing);
  const wanted = wantedOf(typed);
  if (wanted.pattern === null) return [];
  const [units, byPhone, byName] = await Promise.all([
    sight.units ? findUnits(viewing, sight, wanted) : [],
    sight.people && wanted.digits ? findByPhone(viewing, wanted.digits) : [],
    sight.people && wanted.named ? findByName(viewing, wanted) : [],
  ]);
  return fairly(units, [...byPhone, ...byName]);
}

function fairly(units: readonly Hit[], people: readonly Hit[]): Hit[] {
  const forPeople = Math.max(AT_LEAST, MOST - units.length);
  const shown = people.slice(0, forPeople);
  return [...units.slice(0, MOST - shown.length), ...shown];
}

interface UnitRow extends Record<string, unknown> {
  readonly id: number;
  readonly documentId: string;
  readonly label: string;
}

/** How many of those that fit are looked at to put the best first: whoever types one letter may type another. */
const LOOKED_AT = 2_000;

/** A text that is looked through; by its trigrams only where there is one to look for, else the index is no help. */
const textOf = (column: string, { trigrams }: Wanted): string =>
  trigrams ? `lower(${column})` : `lower(${column}) || ''`;

const BEST_UNITS = `(lower(u.label) = $3::text) DESC, length(u.full_label), u.full_label`;

/** By their own label, and by their building's name from the few buildings of that name. */
const unitsSql = (wanted: Wanted, open: string): string => `
  WITH by_label AS (
    SELECT u.id, 0 AS way FROM (
      (SELECT id, label, full_label FROM units WHERE label IN ($3::text, upper($3::text)) LIMIT ${LOOKED_AT})
      UNION (SELECT id, label, full_label FROM units WHERE ${textOf('full_label', wanted)} LIKE $1 LIMIT ${LOOKED_AT})
    ) u WHERE ${open} ORDER BY ${BEST_UNITS} LIMIT ${MOST}
  ), named AS (
    SELECT b.id, lower(concat_ws(' ', b.name, b.name_en, b.aliases::text)) AS name FROM buildings b
    WHERE lower(concat_ws(' ', b.name, b.name_en, b.aliases::text)) LIKE $2 ORDER BY b.id LIMIT 50
  ), by_building AS (
    SELECT u.id, 1 AS way FROM (
      SELECT u.id, u.label, u.full_label FROM named n JOIN units_building_lnk l ON l.building_id = n.id
      JOIN units u ON u.id = l.unit_id WHERE n.name || ' ' || lower(u.label) LIKE $1 LIMIT ${LOOKED_AT}
    ) u WHERE ${open} ORDER BY ${BEST_UNITS} LIMIT ${MOST}
  )
  SELECT u.id, u.document_id AS "documentId", coalesce(u.full_label, u.label) AS label
  FROM (SELECT id, min(way) AS way FROM (TABLE by_label UNION ALL TABLE by_building) f GROUP BY id) f JOIN units u ON u.id = f.id
  ORDER BY (lower(u.label) = $3::text) DESC, f.way, length(u.full_label), u.full_label LIMIT ${MOST}`;

async function findUnits({ office, scope }: Viewing, { people }: Sight, wanted: Wanted): Promise<Hit[]> {
  const rows = await query<UnitRow>(office.pool, unitsSql(wanted, scope?.sql('unit', 'u') ?? 'true'), [
    wanted.pattern,
    wanted.first,
    wanted.whole,
  ]);
  const residents = people ? await residentsOf(office, rows) : new Map<number, string[]>();
  return rows.map(({ id, documentId, label }) => ({
    by: 'unit',
    unit: { documentId, label },
    person: null,
    residents: residents.get(id) ?? [],
  }));
}

async function residentsOf(
  office: Viewing['office'],
  units: readonly UnitRow[],
): Promise<Map<number, string[]>> {
  const rows = await query<{ unit: number; names: string[] }>(
    office.pool,
    `SELECT ou.unit_id AS unit, array_agg(o.name ORDER BY oc."primary" DESC NULLS LAST, oc.id) AS names
     FROM occupancies_unit_lnk ou JOIN occupancies oc ON oc.id = ou.occupancy_id
     JOIN occupancies_owner_lnk ol ON ol.occupancy_id = oc.id JOIN owners o ON o.id = ol.owner_id
     WHERE ou.unit_id = ANY($1::int[]) AND ${LIVES_THERE('$2')} GROUP BY ou.unit_id`,
    [units.map(({ id }) => id), localDate(office.timeZone, office.now())],
  );
  return new Map(rows.map(({ unit, names }) => [unit, names.slice(0, 3)]));
}

interface PersonRow extends Record<string, unknown> {
  readonly documentId: string;
  readonly name: string;
  readonly phone: string | null;
  readonly unitId: string | null;
  readonly unitLabel: string | null;
  readonly capacity: string | null;
}

/** The people found (`found`, with their rank) and the homes they live in or own now; a person without one stands alone. */
const withHomes = (found: string, today: string): string => `
  SELECT o.document_id AS "documentId", o.name, o.phone, h.unit_id AS "unitId", h.label AS "unitLabel", h.capacity
  FROM (${found}) f JOIN owners o ON o.id = f.id
  LEFT JOIN LATERAL (
    SELECT u.document_id AS unit_id, coalesce(u.full_label, u.label) AS label, oc.capacity
    FROM occupancies_owner_lnk ol JOIN occupancies oc ON oc.id = ol.occupancy_id
    JOIN occupancies_unit_lnk ou ON ou.occupancy_id = oc.id JOIN units u ON u.id = ou.unit_id
    WHERE ol.owner_id = o.id AND ${LIVES_THERE(today)} ORDER BY oc."primary" DESC NULLS LAST, oc.id LIMIT 5
  ) h ON true ORDER BY f.rank, h.unit_id IS NULL, length(o.name), o.name, o.id`;

/** Those whose name begins so, then those who have it in the middle, or whose contact person has. */
const byNameSql = (wanted: Wanted, open: string): string =>
  withHomes(
    `SELECT id, min(rank) AS rank FROM (
       (SELECT id, 0 AS rank, length(name) AS size FROM owners WHERE lower(name) LIKE $3 LIMIT ${LOOKED_AT})
       UNION ALL (SELECT id, 1, length(name) FROM owners WHERE ${textOf('name', wanted)} LIKE $1 LIMIT ${LOOKED_AT})
       UNION ALL (SELECT id, 2, length(name) FROM owners WHERE ${textOf('contact_name', wanted)} LIKE $1 LIMIT ${MOST})
     ) n WHERE ${open} GROUP BY id ORDER BY min(rank), min(size), id LIMIT ${MOST}`,
    '$2',
  );

async function findByName({ office, locale, scope }: Viewing, wanted: Wanted): Promise<Hit[]> {
  const today = localDate(office.timeZone, office.now());
  const begins = String(wanted.pattern).slice(1);
  const rows = await query<PersonRow>(office.pool, byNameSql(wanted, scope?.sql('owner', 'n') ?? 'true'), [
    wanted.pattern,
    today,
    begins,
  ]);
  return rows.map((row) => personHit('name', row, locale));
}

const byTailSql = (open: string): string =>
  withHomes(
    `SELECT p.id, 0 AS rank FROM owners p WHERE p.phone_tail_hash = $1 AND ${open} ORDER BY p.id LIMIT 500`,
    '$2',
  );

/** The last four digits are found by their hash; more of them are compared once the few numbers are open. */
async function findByPhone({ office, locale, scope }: Viewing, digits: string): Promise<Hit[]> {
  const hash = tailHash('phone', digits.slice(-TAIL_LENGTH));
  const today = localDate(office.timeZone, office.now());
  const rows = await query<PersonRow>(office.pool, byTailSql(scope?.sql('owner', 'p') ?? 'true'), [
    hash,
    today,
  ]);
  return rows
    .filter(({ phone }) => phone !== null && endsWith(phone, digits))
    .slice(0, MOST)
    .map((row) => personHit('phone', row, locale));
}

function endsWith(stored: string, digits: string): boolean {
  try {
    return digitsOf('phone', open(stored)).endsWith(digits);
  } catch {
    // Sealed with a key that is not known any more: nobody can say what it is.
    return false;
  }
}

const personHit = (by: Hit['by'], row: PersonRow, locale: Viewing['locale']): Hit => ({
  by,
  unit: row.unitId === null ? null : { documentId: row.unitId, label: String(row.unitLabel) },
  person: {
    documentId: row.documentId,
    name: row.name,
    phone: row.phone === null ? null : masked('phone', row.phone),
    capacity: row.capacity === null ? null : capacityLabel(row.capacity, locale),
  },
  residents: [],
});
