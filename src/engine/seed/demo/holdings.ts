import type { Core } from '@strapi/strapi';
import type { Actor, Post } from '../../../rules/cases/types';
import { holderOf, type StaffEntry } from '../../../rules/people/directory';
import { localDate } from '../../../rules/time';
import { query } from '../../db';
import { officeOf, tableOfLink, type Office } from '../../office';
import { perform, type Performed } from '../../perform';
import { tableNameOf } from '../../tables';
import { readData } from '../files';
import type { Values } from '../records';

const DAY = 86_400_000;

interface Holdings {
  /** `home` counts the flats whose owner lives there himself. */
  readonly transfers: readonly {
    readonly home: number;
    readonly daysAgo: number;
    readonly buyer: Values;
    readonly effectiveInDays: number;
    readonly papers: readonly string[];
    readonly finished: boolean;
  }[];
  readonly leases: readonly {
    readonly home: number;
    readonly daysAgo: number;
    readonly tenant: Values;
    readonly days: number;
    readonly room?: string;
    readonly contractNumber: string;
  }[];
  readonly files: readonly (Values & { readonly home?: number })[];
  readonly loans: readonly {
    readonly file: number;
    readonly daysAgo: number;
    /** None for a file that was read on the spot. */
    readonly days?: number;
    readonly post: Post;
    readonly purpose: string;
  }[];
}

/**
 * What the office of the demo estate has done about homes that change hands and about its archives: the stories of
 * `database/demo/holdings.json`, each step by the clerk at its own moment.
 */
export async function replayHoldings(strapi: Core.Strapi): Promise<void> {
  const office = officeOf(strapi);
  const { directory } = await office.policy.current(office.pool);
  const now = office.now();
  const clerk = holderOf(directory, { post: 'clerk' });
  if (!clerk) throw new Error('The demo office has no clerk');
  const given = readData<Holdings>(strapi, 'demo', 'holdings');
  const homes = await ownHomes(office, 4);
  const at = (daysAgo: number): number => now - daysAgo * DAY;
  const day = (moment: number): string => localDate(office.timeZone, moment);
  const done = (type: string, input: Values, when: number, on?: Performed, action?: string) =>
    perform(office, {
      ...{ type, id: on?.documentId ?? 'new', action: action ?? FIRST[type] ?? '', input },
      ...{ actor: actorOf(clerk), now: when },
    });

  for (const { home, daysAgo, buyer, effectiveInDays, papers, finished } of given.transfers) {
    const seen = Object.fromEntries(papers.map((paper) => [paper, true]));
    const effectiveOn = day(at(daysAgo) + effectiveInDays * DAY);
    const wish = { unit: homes[home], effectiveOn, ...buyer, ...seen };
    const transfer = await done('transfer', wish, at(daysAgo));
    if (!finished) continue;
    await done('transfer', {}, at(daysAgo - effectiveInDays), transfer, 'take_effect');
    await done('transfer', {}, at(daysAgo - effectiveInDays - 1), transfer, 'close');
  }
  for (const { home, daysAgo, days, tenant, ...lease } of given.leases) {
    const [fromDate, toDate] = [day(at(daysAgo)), day(at(daysAgo) + days * DAY)];
    const wish = { ...lease, ...tenant, unit: homes[home], fromDate, toDate, contractSeen: true };
    const made = await done('lease-registration', wish, at(daysAgo));
    await done('lease-registration', {}, at(daysAgo), made, 'start');
  }
  const files: Performed[] = [];
  for (const { home, ...file } of given.files)
    files.push(
      await done('archive-file', { ...file, ...(home === undefined ? {} : { unit: homes[home] }) }, at(30)),
    );
  for (const { file, daysAgo, days, post, purpose } of given.loans) {
    const borrower = holderOf(directory, { post })?.id;
    const dueAt = days === undefined ? null : new Date(at(daysAgo - days)).toISOString();
    const loanKind = dueAt ? 'borrow' : 'consult';
    await done(
      'archive-loan',
      { file: files[file]?.documentId, borrower, purpose, dueAt, loanKind },
      at(daysAgo),
    );
  }
}

const FIRST: Readonly<Record<string, string>> = {
  transfer: 'register',
  'lease-registration': 'register',
  'archive-file': 'file',
  'archive-loan': 'lend',
};

const actorOf = ({ id, name, post, teams }: StaffEntry): Actor => ({
  ...{ kind: 'staff', id, name, posts: post ? [post] : [], teams, via: 'panel' },
});

/** The first flats with nobody on record but their owner, by documentId. */
async function ownHomes(office: Office, count: number): Promise<string[]> {
  const place = tableOfLink(office, 'occupancy', 'unit');
  const rows = await query<{ id: string }>(
    office.pool,
    `SELECT u.document_id AS id FROM "${place.otherTable}" u
     JOIN "${place.table}" l ON l."${place.otherColumn}" = u.id
     JOIN "${tableNameOf(office.strapi, 'occupancy')}" o ON o.id = l."${place.ownColumn}"
     WHERE u.use = 'residence' GROUP BY u.id HAVING count(*) = 1 AND bool_and(o.capacity = 'owner' AND o.to_date IS NULL)
     ORDER BY u.id LIMIT $1`,
    [count],
  );
  return rows.map(({ id }) => id);
}
