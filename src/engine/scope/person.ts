import type { Core } from '@strapi/strapi';
import type { Pool } from 'pg';
import { INTAKE } from '../../rules/cases/people';
import type { Directory, StaffEntry } from '../../rules/people/directory';
import { query } from '../db';
import { officeOf } from '../office';

/** Whoever is asking, as far as it decides what he may see. Ids are documentIds. */
export interface Person {
  /** His row in the register of staff; an id that nobody has where he is not in it. */
  readonly me: string;
  /** Row id of his panel user. */
  readonly user: number;
  readonly technician: boolean;
  /** Whether his post takes requests in. */
  readonly takesIn: boolean;
  readonly teams: readonly string[];
  /** The department that he is of, and the one that he heads. */
  readonly departments: readonly string[];
  /** Everybody of these departments, and their teams. */
  readonly colleagues: readonly string[];
  readonly crews: readonly string[];
  /** The buildings whose steward he is, and those that nobody is steward of. */
  readonly buildings: () => Promise<readonly string[]>;
  /** Requests that somebody wants to hand over to him, until he has answered. */
  readonly offered: () => Promise<readonly string[]>;
}

const NOBODY = '-';

/** One reading for each request: a role has the same condition on many types. */
const known = new WeakMap<object, Map<number, Promise<Person>>>();

/** The person behind a panel user, looked up once for each request. */
export function personBehind(strapi: Core.Strapi, user: number): Promise<Person> {
  const request = strapi.requestContext.get() as object | undefined;
  if (!request) return read(strapi, user);
  const people = known.get(request) ?? new Map<number, Promise<Person>>();
  known.set(request, people);
  const person = people.get(user) ?? read(strapi, user);
  people.set(user, person);
  return person;
}

async function read(strapi: Core.Strapi, user: number): Promise<Person> {
  const office = officeOf(strapi);
  const { directory } = await office.policy.current(office.pool);
  const entry = directory.byUser.get(user);
  const active = entry?.active ? entry : undefined;
  const departments = active ? departmentsOf(directory, active) : [];
  const colleagues = [...directory.staff.values()]
    .filter(({ department }) => department !== null && departments.includes(department))
    .map(({ id }) => id);
  const { pool } = office;
  const ids = (sql: string) => {
    let rows: Promise<readonly string[]> | undefined;
    return () => (rows ??= active ? idsOf(pool, sql, active.id) : Promise.resolve([]));
  };
  return {
    me: active?.id ?? NOBODY,
    user,
    technician: active?.post === 'technician',
    takesIn: active?.post ? INTAKE.includes(active.post) : false,
    teams: active?.teams ?? [],
    departments,
    colleagues,
    crews: [...directory.teams]
      .filter(([, crew]) => crew.some((one) => colleagues.includes(one)))
      .map(([team]) => team),
    buildings: ids(BUILDINGS),
    offered: ids(OFFERED),
  };
}

/** $1 a member of staff. */
const BUILDINGS = `SELECT b.document_id AS id FROM buildings b LEFT JOIN buildings_steward_lnk l ON l.building_id = b.id
  LEFT JOIN staff_members s ON s.id = l.staff_member_id WHERE s.id IS NULL OR s.document_id = $1`;

/** $1 a member of staff. */
const OFFERED = `SELECT t.document_id AS id FROM staff_members s JOIN hand_overs_receiver_lnk l ON l.staff_member_id = s.id
  JOIN hand_overs h ON h.id = l.hand_over_id AND h.stage = 'proposed' JOIN hand_overs_ticket_lnk k ON k.hand_over_id = h.id
  JOIN tickets t ON t.id = k.ticket_id WHERE s.document_id = $1`;

async function idsOf(pool: Pool, sql: string, staff: string): Promise<string[]> {
  return (await query<{ id: string }>(pool, sql, [staff])).map(({ id }) => id);
}

function departmentsOf({ heads }: Directory, { id, department }: StaffEntry): string[] {
  const headed = [...heads].filter(([, head]) => head === id).map(([one]) => one);
  return [...new Set([...headed, ...(department === null ? [] : [department])])];
}
