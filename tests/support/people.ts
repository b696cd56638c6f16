import type { Core } from '@strapi/strapi';
import type { Post } from '../../src/rules/cases/types';
import type { Agent, Office } from './office';

/** A member of staff at work: requests under his panel session, and his row in the staff register. */
export interface Colleague {
  readonly agent: Agent;
  readonly staffId: string;
  readonly name: string;
}

export type Staff = Readonly<Record<Post, Colleague>>;

interface Wish {
  readonly superior?: Colleague | undefined;
  readonly name?: string;
  /** Codes of the categories that he can work on; a technician can do anything unless it is said. */
  readonly trades?: readonly string[];
}

let employed = 0;

/** Takes somebody on: a panel user with the role of the post, and a row in the staff register linked to it. */
export async function employ(
  office: Office,
  post: Post,
  { superior, name, trades }: Wish = {},
): Promise<Colleague> {
  const agent = await office.hire(`office-${post.replaceAll('_', '-')}`);
  employed += 1;
  const shownAs = name ?? `${post}-${employed}`;
  const { documentId } = await office.strapi.documents('api::staff-member.staff-member').create({
    data: {
      name: shownAs,
      jobNumber: `T${String(employed).padStart(4, '0')}`,
      post,
      user: agent.user.id,
      trades: await tradesOf(office, post === 'technician' ? trades : []),
      ...(superior ? { superior: superior.staffId } : {}),
    } as never,
  });
  return { agent, staffId: documentId, name: shownAs };
}

/** The row ids of these categories; of every one at the top where none are named. */
async function tradesOf({ strapi }: Office, codes: readonly string[] | undefined): Promise<number[]> {
  if (codes?.length === 0) return [];
  const where = codes ? { code: { $in: [...codes] } } : { parent: { id: { $null: true } } };
  const rows = (await strapi.db.query('api::category.category').findMany({ where })) as { id: number }[];
  return rows.map(({ id }) => id);
}

/** An office with one person in every post; the line runs technician → supervisor → department head → director. */
export async function staffOf(office: Office): Promise<Staff> {
  const manager = await employ(office, 'manager');
  const director = await employ(office, 'director', { superior: manager });
  const department_head = await employ(office, 'department_head', { superior: director });
  const supervisor = await employ(office, 'supervisor', { superior: department_head });
  const below = { superior: supervisor };
  return {
    manager,
    director,
    department_head,
    supervisor,
    technician: await employ(office, 'technician', below),
    front_desk: await employ(office, 'front_desk', below),
    steward: await employ(office, 'steward', below),
    clerk: await employ(office, 'clerk', below),
    security: await employ(office, 'security', below),
    finance: await employ(office, 'finance', below),
  };
}

/** An outside system: requests with an API token that may do just what it names (`api::ticket.ticket.create`). */
export async function outsideSystem(office: Office, ...permissions: string[]): Promise<Agent> {
  const tokens = office.strapi.service('admin::api-token-content-api') as {
    create(token: object): Promise<{ accessKey: string }>;
  };
  employed += 1;
  const { accessKey } = await tokens.create({
    name: `site-${employed}`,
    description: '',
    type: 'custom',
    lifespan: null,
    permissions,
  });
  return office.bearing(accessKey);
}

/** The documentId of a record of the default policy, by its code. */
export async function coded(strapi: Core.Strapi, type: string, code: string): Promise<string> {
  const row = (await strapi.db.query(`api::${type}.${type}` as never).findOne({ where: { code } })) as {
    documentId: string;
  } | null;
  if (!row) throw new Error(`no ${type} with code ${code}`);
  return row.documentId;
}

/** A home to repair something in, under warranty for as long as any test may go on. */
export async function aUnit(strapi: Core.Strapi): Promise<string> {
  employed += 1;
  const code = `H${employed}`;
  const create = async (type: string, data: object): Promise<string> =>
    (await strapi.documents(`api::${type}.${type}` as 'api::unit.unit').create({ data } as never)).documentId;
  const community = await create('community', { name: `花园小区${code}`, code });
  const building = await create('building', { name: `${code} 栋`, code, community });
  return create('unit', {
    number: '1-101',
    label: `${code} 栋 1-101`,
    code: `${code}-1-101`,
    building,
    warrantyUntil: '2099-12-31',
  });
}

/** Puts the rules out of use by which requests go out by themselves: everything waits for the desk. */
export async function dispatchByHand({ strapi }: Office): Promise<void> {
  const rules = strapi.documents('api::dispatch-rule.dispatch-rule');
  for (const { documentId } of await rules.findMany({ filters: { mode: { $ne: 'assign' } } }))
    await rules.update({ documentId, data: { active: false } });
}
