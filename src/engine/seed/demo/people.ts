import type { Core } from '@strapi/strapi';
import type { Post } from '../../../rules/cases/types';
import { enumWords } from '../../../rules/words/enums';
import { uidOf } from '../../tables';
import { readData } from '../files';
import { create, rowsByCode, type Kept, type Values } from '../records';
import { openAccount } from './accounts';

interface StaffRow {
  readonly jobNumber: string;
  readonly name: string;
  readonly nameEn: string;
  readonly post: Post;
  readonly department: string;
  readonly superior?: string;
  readonly heads?: boolean;
  readonly trades?: readonly string[];
  readonly duty?: string;
  /** Mailbox of the log-in; none for staff who do not use the panel. */
  readonly login?: string;
}

interface People {
  readonly staff: readonly StaffRow[];
  readonly teams: readonly {
    code: string;
    department: string;
    leader: string;
    members: string[];
    trades: string[];
  }[];
  readonly contractors: readonly { code: string; trades: string[] }[];
  readonly administrator: { readonly name: string; readonly login: string };
  readonly mailDomain: string;
}

export interface DemoLogin {
  readonly role: string;
  readonly email: string;
  readonly password: string;
}

export interface Staffing {
  readonly logins: readonly DemoLogin[];
  /** By job number. */
  readonly staff: ReadonlyMap<string, Kept>;
}

/** A telephone number that looks like one; 1990000xxxx is nobody's we know of. */
export const phoneOf = (number: number): string => `1990000${String(number).padStart(4, '0')}`;

/** Staff, teams and contractors, with a log-in for each post. */
export async function staffTheOffice(strapi: Core.Strapi): Promise<Staffing> {
  const people = readData<People>(strapi, 'demo', 'people');
  const departments = await rowsByCode(strapi, 'department');
  const trades = await rowsByCode(strapi, 'category');
  const tradesOf = (codes: readonly string[] = []) =>
    codes.map((code) => trades.get(code)).filter((id) => id);
  const logins = [await administrator(strapi, people)];
  const staff = new Map<string, Kept>();

  for (const [index, { login, heads, superior, department, ...row }] of people.staff.entries()) {
    const email = login && `${login}@${people.mailDomain}`;
    const account = email && (await openAccount(strapi, { email, name: row.name, role: roleOf(row.post) }));
    if (account) logins.push({ role: labelOf(row.post), email: account.email, password: account.password });
    const made = await employ(strapi, {
      ...row,
      department: departments.get(department),
      superior: superior && staff.get(superior)?.id,
      trades: tradesOf(row.trades),
      phone: phoneOf(9000 + index),
      ...(account ? { user: account.id, email: account.email } : {}),
    });
    staff.set(row.jobNumber, made);
    if (heads) await headDepartment(strapi, departments.get(department), made.id);
  }

  for (const { leader, members, department, ...team } of people.teams) {
    await create(strapi, 'team', {
      ...team,
      department: departments.get(department),
      leader: staff.get(leader)?.id,
      members: members.map((one) => staff.get(one)?.id),
      trades: tradesOf(team.trades),
    });
  }
  for (const [index, contractor] of people.contractors.entries()) {
    await create(strapi, 'contractor', {
      ...contractor,
      trades: tradesOf(contractor.trades),
      phone: phoneOf(9500 + index),
    });
  }
  return { logins, staff };
}

/** Somebody in a post that is there already, under the same job number, fills it. */
async function employ(strapi: Core.Strapi, person: Values): Promise<Kept> {
  const { jobNumber } = person;
  const uid = uidOf('staff-member');
  const there = (await strapi.db.query(uid).findOne({ where: { jobNumber } })) as Kept | null;
  if (!there) return create(strapi, 'staff-member', person);
  const data = { duty: 'on_duty', ...person };
  return (await strapi
    .documents(uid as never)
    .update({ documentId: there.documentId, data: data as never })) as unknown as Kept;
}

async function administrator(
  strapi: Core.Strapi,
  { administrator: one, mailDomain }: People,
): Promise<DemoLogin> {
  const email = `${one.login}@${mailDomain}`;
  const { password } = await openAccount(strapi, { email, name: one.name, role: 'strapi-super-admin' });
  return { role: `${one.name} Administrator`, email, password };
}

/** A department that somebody already heads keeps its head. */
async function headDepartment(strapi: Core.Strapi, id: number | undefined, head: number): Promise<void> {
  if (id === undefined) return;
  const departments = strapi.db.query(uidOf('department'));
  const found = await departments.findOne({ where: { id }, populate: { head: true } });
  if (!found?.head) await departments.update({ where: { id }, data: { head } });
}

const roleOf = (post: Post): string => `office-${post.replaceAll('_', '-')}`;

function labelOf(post: Post): string {
  const words = enumWords.post?.[post];
  return words ? `${words.zh} ${words.en}` : post;
}
