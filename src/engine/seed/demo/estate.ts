import type { Core } from '@strapi/strapi';
import { readData } from '../files';
import { create, createAll, type Kept, type Values } from '../records';
import { chanceOf } from './chance';
import { householdsOf, type DemoUnit, type Names } from './households';

interface BuildingRow {
  readonly code: string;
  readonly name: string;
  readonly floors: number;
  readonly basementFloors: number;
  readonly entrances: number;
  readonly lifts: number;
  /** Doors on each floor of an entrance, with the floor areas of the flats behind them. */
  readonly doors: number;
  readonly areas: readonly number[];
  /** Shops on the street side. */
  readonly shops: number;
  /** Job number. */
  readonly steward: string;
}

interface CommunityRow {
  readonly code: string;
  readonly name: string;
  readonly deliveredOn: string;
  readonly warrantyYears: number;
  readonly buildings: readonly BuildingRow[];
}

/** Builds the estate and moves its people in; `staff` gives the stewards by job number. */
export async function buildEstate(
  strapi: Core.Strapi,
  staff: ReadonlyMap<string, Kept>,
  today: string,
): Promise<void> {
  const units: DemoUnit[] = [];
  for (const { buildings, warrantyYears, ...row } of readData<CommunityRow[]>(strapi, 'demo', 'estate')) {
    const community = await create(strapi, 'community', row);
    const times = {
      deliveredOn: row.deliveredOn,
      warrantyUntil: dayBefore(yearsOn(row.deliveredOn, warrantyYears)),
    };
    for (const building of buildings) {
      const made = await create(strapi, 'building', {
        code: building.code,
        name: building.name,
        floors: building.floors,
        basementFloors: building.basementFloors,
        entrances: building.entrances,
        lifts: building.lifts,
        use: building.shops > 0 ? 'mixed' : 'residential',
        community: community.documentId,
        steward: staff.get(building.steward)?.id,
      });
      const rows = unitsOf(building).map((unit): Values => ({
        ...unit,
        ...times,
        building: made.id,
        buildingCode: building.code,
        communityCode: row.code,
        fullLabel: `${row.name} ${String(unit.label)}`,
      }));
      const ids = await createAll(strapi, 'unit', rows);
      units.push(
        ...ids.map((id, index) => ({ id, use: String(rows[index]?.use), deliveredOn: row.deliveredOn })),
      );
    }
  }
  await moveIn(strapi, units, today);
}

/** Flats door by door, then the shops, then what belongs to all. */
function unitsOf({ code, entrances, floors, doors, areas, shops }: BuildingRow): Values[] {
  const units: Values[] = [];
  for (let entrance = 1; entrance <= entrances; entrance += 1) {
    for (let floor = 1; floor <= floors; floor += 1) {
      for (let door = 1; door <= doors; door += 1) {
        units.push({
          label: `${code}-${entrance}-${floor * 100 + door}`,
          entrance: String(entrance),
          floor,
          area: areas[door - 1],
          use: 'residence',
        });
      }
    }
  }
  for (let shop = 1; shop <= shops; shop += 1) {
    units.push({
      label: `${code}-S${shop}`,
      floor: 1,
      area: 42 + 8 * shop,
      use: 'shop',
      aliases: [`${code}栋底商${shop}号`],
    });
  }
  units.push({ label: `${code}-公区`, use: 'public_area', aliases: [`${code}栋公共区域`] });
  return units;
}

async function moveIn(strapi: Core.Strapi, units: readonly DemoUnit[], today: string): Promise<void> {
  const names = readData<Names>(strapi, 'demo', 'names');
  const { owners, occupancies } = householdsOf({ units, today, chance: chanceOf(20_161), names });
  const ids = await createAll(strapi, 'owner', owners);
  await createAll(
    strapi,
    'occupancy',
    occupancies.map((row) => ({ ...row, owner: ids[row.owner] })),
  );
}

const yearsOn = (date: string, years: number): string =>
  `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;
const dayBefore = (date: string): string =>
  new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
