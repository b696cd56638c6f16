import type { Chance } from './chance';
import { phoneOf } from './people';

export interface DemoUnit {
  /** Row id. */
  readonly id: number;
  readonly use: string;
  readonly deliveredOn: string;
}

export interface Names {
  readonly surnames: readonly string[];
  readonly given: readonly string[];
  readonly companies: readonly string[];
}

type OwnerRow = {
  readonly name: string;
  readonly kind: 'person' | 'company';
  readonly phone: string;
  readonly idNumber?: string;
  readonly contactName?: string;
};

type OccupancyRow = {
  /** Row id. */
  readonly unit: number;
  /** Index into the owners. */
  readonly owner: number;
  readonly capacity: 'owner' | 'co_owner' | 'family' | 'tenant' | 'agent';
  readonly fromDate: string;
  readonly toDate?: string;
  readonly primary: boolean;
};

interface Given {
  readonly units: readonly DemoUnit[];
  /** 'YYYY-MM-DD' */
  readonly today: string;
  readonly chance: Chance;
  readonly names: Names;
}

const DAY = 86_400_000;
const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
const daysBetween = (from: string, to: string): number =>
  Math.floor((Date.parse(to) - Date.parse(from)) / DAY);

/**
 * Who owns and lives in what: most flats are sold, some were sold twice, some are let, in some a family is
 * registered, the shops belong to companies; a few owners hold two units.
 */
export function householdsOf(given: Given): { owners: OwnerRow[]; occupancies: OccupancyRow[] } {
  const { units, chance, names } = given;
  const owners: OwnerRow[] = [];
  const occupancies: OccupancyRow[] = [];
  const newPerson = (): number => owners.push(person(given, owners.length)) - 1;
  const companies = names.companies.map((name) => () => owners.push(company(given, name, owners.length)) - 1);
  let landlord: number | undefined;

  for (const unit of units) {
    if (unit.use === 'public_area') continue;
    const toCompany = unit.use === 'shop' ? companies.shift() : undefined;
    if (!toCompany && chance.once(5)) continue;
    const buyer = toCompany ? toCompany() : landlord !== undefined && chance.once(9) ? landlord : newPerson();
    if (!toCompany && chance.once(6)) landlord = buyer;
    occupancies.push(...lives(given, { unit, buyer, newPerson }));
  }
  return { owners, occupancies };
}

interface Living {
  readonly unit: DemoUnit;
  readonly buyer: number;
  readonly newPerson: () => number;
}

/** The history of one unit up to today. */
function lives({ today, chance }: Given, { unit, buyer, newPerson }: Living): OccupancyRow[] {
  const rows: OccupancyRow[] = [];
  const age = daysBetween(unit.deliveredOn, today);
  let since = daysAfter(unit.deliveredOn, chance.upTo(120));
  if (chance.once(16)) {
    const sold = daysAfter(unit.deliveredOn, Math.floor(age / 2) + chance.upTo(Math.floor(age / 3)));
    rows.push({
      unit: unit.id,
      owner: newPerson(),
      capacity: 'owner',
      fromDate: since,
      toDate: sold,
      primary: false,
    });
    since = daysAfter(sold, 1);
  }
  const let_ = chance.once(9);
  rows.push({ unit: unit.id, owner: buyer, capacity: 'owner', fromDate: since, primary: !let_ });
  if (let_) {
    const from = daysAfter(today, -30 - chance.upTo(300));
    if (chance.once(3)) {
      rows.push({
        unit: unit.id,
        owner: newPerson(),
        capacity: 'tenant',
        fromDate: daysAfter(from, -365),
        toDate: daysAfter(from, -1),
        primary: false,
      });
    }
    rows.push({ unit: unit.id, owner: newPerson(), capacity: 'tenant', fromDate: from, primary: true });
  } else if (chance.once(14)) {
    rows.push({
      unit: unit.id,
      owner: newPerson(),
      capacity: 'family',
      fromDate: daysAfter(since, 30),
      primary: false,
    });
  }
  return rows;
}

function person({ chance, names }: Given, index: number): OwnerRow {
  return {
    name: `${chance.pick(names.surnames)}${chance.pick(names.given)}`,
    kind: 'person',
    phone: phoneOf(index),
    idNumber: idNumberOf(chance, index),
  };
}

function company({ chance, names }: Given, name: string, index: number): OwnerRow {
  return { name, kind: 'company', phone: phoneOf(index), contactName: `${chance.pick(names.surnames)}经理` };
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A well-formed identity number of a district that does not exist (119999), so that it is nobody's. */
function idNumberOf(chance: Chance, index: number): string {
  const born = `${1950 + chance.upTo(50)}${pad(1 + chance.upTo(12), 2)}${pad(1 + chance.upTo(28), 2)}`;
  const first = `119999${born}${pad(index % 1000, 3)}`;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first[at]), 0);
  return first + '10X98765432'.charAt(sum % 11);
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0');
