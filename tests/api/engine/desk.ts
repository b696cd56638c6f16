import { randomBytes } from 'node:crypto';
import { Client, types, type QueryResultRow } from 'pg';

import { THE_OFFICE } from '../../../src/engine/actor';
import { officeOf, type Office as Engine } from '../../../src/engine/office';
import { perform, type Performed } from '../../../src/engine/perform';
import type { Actor } from '../../../src/rules/cases/types';
import { Refusal } from '../../../src/rules/refusal';
import { openOffice, type Agent, type Office } from '../../support/office';

/** An open office with what the tests of the engine ask of it again and again. */
export type Desk = Office & {
  engine: Engine;
  /** Rows of the database itself, past everything of ours. */
  sql: <Row extends QueryResultRow>(text: string, values?: readonly unknown[]) => Promise<Row[]>;
  /** Registers a repair, as the office itself unless `by` says otherwise. */
  register: (input?: object, by?: Partial<Deed>) => Promise<Performed>;
  act: (type: string, id: string, action: string, input?: object, by?: Partial<Deed>) => Promise<Performed>;
  /** The stored row of a case, by column. */
  row: (table: string, documentId: string) => Promise<Record<string, unknown> | undefined>;
  activitiesOf: (caseId: string) => Promise<Record<string, unknown>[]>;
  clocksOf: (caseId: string) => Promise<Record<string, unknown>[]>;
  /** Makes a member of staff in the register, with a panel user of that role where `role` is given. */
  staff: (post: string, role?: string) => Promise<{ id: string; agent: Agent }>;
  /** Requests with a full-access API token. */
  token: (name?: string) => Promise<Agent>;
};

export type Deed = { actor: Actor; now: number; version: number; idempotencyKey: string };

let made = 0;

export async function openDesk(env: Record<string, string> = {}): Promise<Desk> {
  const office = await openOffice({ env });
  const engine = officeOf(office.strapi);
  const client = new Client({
    connectionString: office.databaseUrl,
    // Strapi changes the driver's own reading of jsonb for the whole process.
    types: {
      getTypeParser: ((oid: number) => (oid === 3802 ? JSON.parse : types.getTypeParser(oid))) as never,
    },
  });
  await client.connect();
  const sql: Desk['sql'] = async (text, values = []) => (await client.query(text, [...values])).rows;
  const act: Desk['act'] = (type, id, action, input = {}, by = {}) =>
    perform(engine, { type, id, action, input, actor: THE_OFFICE, ...by });
  return {
    ...office,
    engine,
    sql,
    act,
    register: (input = {}, by = {}) =>
      act('ticket', 'new', 'register', { matter: '厨房水管漏水', ...input }, by),
    row: async (table, documentId) =>
      (await sql(`select * from ${table} where document_id = $1`, [documentId]))[0],
    activitiesOf: (caseId) => sql('select * from activities where case_id = $1 order by seq', [caseId]),
    clocksOf: (caseId) => sql('select * from clocks where case_id = $1 order by id', [caseId]),
    staff: async (post, role) => {
      made += 1;
      const agent = role ? await office.hire(role) : undefined;
      const { documentId } = await office.strapi.documents('api::staff-member.staff-member').create({
        data: {
          name: `员工${made}`,
          jobNumber: `J${made}-${randomBytes(3).toString('hex')}`,
          post,
          active: true,
          duty: 'on_duty',
          email: `colleague-${made}@test.example`,
          ...(agent ? { user: agent.user.id } : {}),
        } as never,
      });
      return { id: documentId, agent: agent ?? office.request };
    },
    token: async (name = 'integration') => {
      made += 1;
      const { accessKey } = (await office.strapi.service('admin::api-token').create({
        name: `${name}-${made}`,
        description: '',
        type: 'full-access',
        lifespan: null,
      })) as { accessKey: string };
      return office.bearing(accessKey);
    },
    close: async () => {
      await client.end();
      await office.close();
    },
  };
}

/** What was refused; fails when nothing was. */
export async function refusalOf(doing: Promise<unknown>): Promise<Refusal> {
  const outcome = await doing.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(outcome instanceof Refusal))
    throw new Error(`not refused: ${String((outcome as Error)?.stack ?? outcome)}`);
  return outcome;
}

/** Settles all and tells apart what was done, refused, and what broke. */
export async function outcomesOf<T>(doings: readonly Promise<T>[]) {
  const settled = await Promise.allSettled(doings);
  const reasons = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  return {
    done: settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
    refused: reasons.filter((reason): reason is Refusal => reason instanceof Refusal),
    broken: reasons.filter((reason) => !(reason instanceof Refusal)),
  };
}

export const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
