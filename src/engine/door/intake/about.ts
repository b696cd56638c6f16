import { invalid, notFound } from '../../../rules/refusal';
import { localDate } from '../../../rules/time';
import { query } from '../../db';
import { masked } from '../../privacy';
import { enumLabel, type Viewing } from '../views';
import { capacityLabel, LIVES_THERE } from './households';
import { assertMayRegister, type Sight } from './may';
import { requestsOf, type Asked } from './requests';

/** Reads the home or person asked about. Throws INPUT_INVALID, REFERENCE_UNKNOWN with the field. */
function askedAbout(given: Readonly<Record<string, unknown>>): Asked {
  const idOf = (field: 'unit' | 'owner') => {
    const value = given[field];
    if (value === undefined || value === '') return {};
    if (typeof value !== 'string' || !/^[a-z][a-z0-9]{23}$/.test(value))
      throw invalid('REFERENCE_UNKNOWN', { field, type: field });
    return { [field]: value };
  };
  const asked: Asked = { ...idOf('unit'), ...idOf('owner') };
  if (!asked.unit && !asked.owner) throw invalid('INPUT_INVALID', { field: 'unit', reason: 'missing' });
  return asked;
}

/**
 * Who lives in a home (or which homes a person has), and the ten requests of theirs that matter now: open ones first,
 * then the latest, each with its stage and the promises that are running. Phones are masked. Throws NOT_ENTITLED,
 * INPUT_INVALID, REFERENCE_UNKNOWN, NOT_FOUND.
 */
export async function aboutCaller(viewing: Viewing, sight: Sight, given: Readonly<Record<string, unknown>>) {
  assertMayRegister(viewing);
  const asked = askedAbout(given);
  if (asked.unit) await viewing.scope?.assert('unit', asked.unit);
  if (asked.owner) await viewing.scope?.assert('owner', asked.owner);
  const [home, person] = await Promise.all([
    asked.unit && sight.units ? homeOf(viewing, sight, asked.unit) : null,
    asked.owner && sight.people ? personOf(viewing, asked.owner) : null,
  ]);
  const requests = sight.tickets ? await requestsOf(viewing, asked) : [];
  return { unit: home, person, requests };
}

interface UnitRow extends Record<string, unknown> {
  readonly documentId: string;
  readonly label: string;
  readonly building: string | null;
  readonly steward: string | null;
  readonly community: string | null;
  readonly communityName: string | null;
  readonly use: string | null;
  readonly area: number | null;
  readonly warrantyUntil: string | null;
}

async function homeOf({ office, locale }: Viewing, sight: Sight, documentId: string) {
  const [row] = await query<UnitRow>(
    office.pool,
    `SELECT u.document_id AS "documentId", coalesce(u.full_label, u.label) AS label, b.name AS building, s.name AS steward,
       c.document_id AS community, c.name AS "communityName", u."use", u.area::float AS area,
       to_char(u.warranty_until, 'YYYY-MM-DD') AS "warrantyUntil"
     FROM units u LEFT JOIN units_building_lnk l ON l.unit_id = u.id LEFT JOIN buildings b ON b.id = l.building_id
     LEFT JOIN buildings_community_lnk k ON k.building_id = b.id LEFT JOIN communities c ON c.id = k.community_id
     LEFT JOIN buildings_steward_lnk w ON w.building_id = b.id LEFT JOIN staff_members s ON s.id = w.staff_member_id
     WHERE u.document_id = $1`,
    [documentId],
  );
  if (!row) throw notFound('RECORD_UNKNOWN', { type: 'unit', id: documentId });
  const { community, communityName, use, ...said } = row;
  return {
    ...said,
    use: use === null ? null : enumLabel('unit', 'use', use, locale),
    community: community === null ? null : { documentId: community, name: communityName },
    people: sight.people ? await peopleOf({ office, locale }, documentId) : [],
  };
}

interface ResidentRow extends Record<string, unknown> {
  readonly documentId: string;
  readonly name: string;
  readonly phone: string | null;
  readonly capacity: string;
  readonly primary: boolean | null;
}

async function peopleOf({ office, locale }: Pick<Viewing, 'office' | 'locale'>, unit: string) {
  const rows = await query<ResidentRow>(
    office.pool,
    `SELECT o.document_id AS "documentId", o.name, o.phone, oc.capacity, oc."primary"
     FROM units u JOIN occupancies_unit_lnk ou ON ou.unit_id = u.id JOIN occupancies oc ON oc.id = ou.occupancy_id
     JOIN occupancies_owner_lnk ol ON ol.occupancy_id = oc.id JOIN owners o ON o.id = ol.owner_id
     WHERE u.document_id = $1 AND ${LIVES_THERE('$2')} ORDER BY oc."primary" DESC NULLS LAST, oc.id LIMIT 20`,
    [unit, localDate(office.timeZone, office.now())],
  );
  return rows.map(({ phone, capacity, primary, ...row }) => ({
    ...row,
    phone: phone === null ? null : masked('phone', phone),
    capacity: capacityLabel(capacity, locale),
    primary: primary === true,
  }));
}

async function personOf({ office, locale }: Viewing, owner: string) {
  const [row] = await query<{ documentId: string; name: string; phone: string | null }>(
    office.pool,
    'SELECT document_id AS "documentId", name, phone FROM owners WHERE document_id = $1',
    [owner],
  );
  if (!row) throw notFound('RECORD_UNKNOWN', { type: 'owner', id: owner });
  const homes = await query<{ documentId: string; label: string; capacity: string }>(
    office.pool,
    `SELECT u.document_id AS "documentId", coalesce(u.full_label, u.label) AS label, oc.capacity
     FROM owners o JOIN occupancies_owner_lnk ol ON ol.owner_id = o.id JOIN occupancies oc ON oc.id = ol.occupancy_id
     JOIN occupancies_unit_lnk ou ON ou.occupancy_id = oc.id JOIN units u ON u.id = ou.unit_id
     WHERE o.document_id = $1 AND ${LIVES_THERE('$2')} ORDER BY oc."primary" DESC NULLS LAST, oc.id LIMIT 20`,
    [owner, localDate(office.timeZone, office.now())],
  );
  return {
    ...row,
    phone: row.phone === null ? null : masked('phone', row.phone),
    homes: homes.map((home) => ({ ...home, capacity: capacityLabel(home.capacity, locale) })),
  };
}
