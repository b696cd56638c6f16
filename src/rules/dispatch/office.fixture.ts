import type { Post } from '../cases/types';
import { EMPTY_OFFICE, type CategoryEntry, type OfficeView } from '../office';
import type { StaffEntry } from '../people/directory';
import type { DispatchRule } from './types';

/** A member of staff for tests: a technician on duty with nothing special about him. */
export const worker = (id: string, more: Partial<StaffEntry> = {}): StaffEntry => ({
  id,
  name: id,
  post: 'technician' satisfies Post,
  superior: null,
  department: null,
  teams: [],
  onDuty: true,
  active: true,
  email: null,
  userId: null,
  jobNumber: id,
  trades: [],
  openOrderCap: null,
  ...more,
});

const category = (id: string, path: string[], requiredTrades: string[] = []): CategoryEntry => ({
  id,
  code: id,
  path,
  nature: 'general',
  department: null,
  defaultUrgency: null,
  repeatDays: null,
  reworkDays: null,
  groupHouseholds: null,
  groupDays: null,
  requiredTrades,
});

/** Water and power (SD) with drains and power failures below it; lifts (DT), of which one needs both trades. */
export const CATEGORIES: ReadonlyMap<string, CategoryEntry> = new Map(
  [
    category('SD', ['SD']),
    category('SD-02', ['SD-02', 'SD']),
    category('SD-08', ['SD-08', 'SD']),
    category('DT', ['DT']),
    category('DT-01', ['DT-01', 'DT'], ['DT', 'SD-08']),
  ].map((one) => [one.id, one]),
);

export const officeOf = (
  staff: readonly StaffEntry[],
  teams: Readonly<Record<string, string[]>> = {},
): OfficeView => ({
  ...EMPTY_OFFICE,
  categories: CATEGORIES,
  directory: {
    ...EMPTY_OFFICE.directory,
    staff: new Map(staff.map((one) => [one.id, one])),
    teams: new Map(Object.entries(teams)),
  },
});

export const aRule = (more: Partial<DispatchRule> = {}): DispatchRule => ({
  id: 'r1',
  code: 'r1',
  mode: 'rotate',
  conditions: { kind: null, category: null, urgency: null, community: null },
  team: null,
  requiredTrades: [],
  cap: null,
  acceptMinutes: null,
  order: 100,
  ...more,
});
