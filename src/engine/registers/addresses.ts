import type { Core } from '@strapi/strapi';
import { invalid } from '../../rules/refusal';
import { relatedId, releases } from './related-id';

/** What a lifecycle of Strapi's database layer hands over, as far as it is looked at here. */
interface RegisterEvent {
  readonly params: { readonly data: Record<string, unknown> };
  readonly result?: { readonly id: number } | null;
}

interface CommunityRow {
  readonly code: string;
  readonly name: string;
}

interface BuildingRow {
  readonly code: string;
  readonly community: CommunityRow | null;
}

/*
 * A building is unique by its community and code, a unit by its building and label. The database can say so
 * only over columns of one table, so the parents' codes are copied down whenever one of the three is written.
 */

const COPY_TO_BUILDINGS = `
  update buildings b set community_code = c.code
  from buildings_community_lnk l join communities c on c.id = l.community_id
  where l.building_id = b.id and (c.id = :community or b.id = :building)
    and b.community_code is distinct from c.code`;

const COPY_TO_UNITS = `
  update units u
  set community_code = c.code, building_code = b.code, full_label = left(c.name || ' ' || u.label, 255)
  from units_building_lnk ul
    join buildings b on b.id = ul.building_id
    join buildings_community_lnk bl on bl.building_id = b.id
    join communities c on c.id = bl.community_id
  where ul.unit_id = u.id and (c.id = :community or b.id = :building or u.id = :unit)
    and (u.community_code, u.building_code, u.full_label)
      is distinct from (c.code, b.code, left(c.name || ' ' || u.label, 255))`;

async function copyDown(
  strapi: Core.Strapi,
  changed: { community?: number; building?: number; unit?: number },
) {
  const ids = { community: null, building: null, unit: null, ...changed };
  await strapi.db.transaction(async ({ trx }) => {
    await trx.raw(COPY_TO_BUILDINGS, ids);
    await trx.raw(COPY_TO_UNITS, ids);
  });
}

/** Takes the copied codes out of an update (nobody types them) and refuses to cut the tie they come from. */
function keepTie(data: Record<string, unknown>, parent: string, copies: readonly string[]): void {
  if (releases(data[parent])) throw invalid('INPUT_INVALID', { field: parent, reason: 'missing' });
  for (const copy of copies) delete data[copy];
}

// `office` is asked at the moment of use: a module is loaded once, an office may be started again beside it.

/** A renamed or recoded community carries over to its buildings and units. */
export const communityAddress = (office: () => Core.Strapi) => ({
  async afterUpdate({ result }: RegisterEvent) {
    if (result) await copyDown(office(), { community: result.id });
  },
});

/** Fills `communityCode`. Refuses a building without a community: INPUT_INVALID, field `community`. */
export const buildingAddress = (office: () => Core.Strapi) => ({
  async beforeCreate({ params: { data } }: RegisterEvent) {
    const id = relatedId(data.community);
    const community = id && (await office().db.query('api::community.community').findOne({ where: { id } }));
    if (!community) throw invalid('INPUT_INVALID', { field: 'community', reason: 'missing' });
    data.communityCode = (community as CommunityRow).code;
  },
  beforeUpdate({ params: { data } }: RegisterEvent) {
    keepTie(data, 'community', ['communityCode']);
  },
  async afterUpdate({ result }: RegisterEvent) {
    if (result) await copyDown(office(), { building: result.id });
  },
});

/** Fills `communityCode`, `buildingCode` and `fullLabel`. Refuses a unit without a building, likewise. */
export const unitAddress = (office: () => Core.Strapi) => ({
  async beforeCreate({ params: { data } }: RegisterEvent) {
    const id = relatedId(data.building);
    const building = (id &&
      (await office()
        .db.query('api::building.building')
        .findOne({ where: { id }, populate: { community: true } }))) as BuildingRow | null | undefined;
    if (!building?.community) throw invalid('INPUT_INVALID', { field: 'building', reason: 'missing' });
    data.buildingCode = building.code;
    data.communityCode = building.community.code;
    data.fullLabel = `${building.community.name} ${String(data.label)}`.slice(0, 255);
  },
  beforeUpdate({ params: { data } }: RegisterEvent) {
    keepTie(data, 'building', ['buildingCode', 'communityCode', 'fullLabel']);
  },
  async afterUpdate({ result }: RegisterEvent) {
    if (result) await copyDown(office(), { unit: result.id });
  },
});
