import type { Core } from '@strapi/strapi';
import type { Actor, Post } from '../../../rules/cases/types';
import { holderOf, type StaffEntry } from '../../../rules/people/directory';
import { localDate } from '../../../rules/time';
import { query } from '../../db';
import { officeOf, tableOfLink, type Office } from '../../office';
import { perform, type Performed } from '../../perform';
import { tableNameOf } from '../../tables';
import { readData } from '../files';
import { create, type Values } from '../records';

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
  readonly vehicles: readonly (Values & { readonly home: number; readonly space?: Values })[];
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
  const homes = await ownHomes(office, 8);
  const unitOf = (home: number | undefined) => (home === undefined ? undefined : homes[home]?.unit);
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
    const wish = { unit: unitOf(home), effectiveOn, ...buyer, ...seen };
    const transfer = await done('transfer', wish, at(daysAgo));
    if (!finished) continue;
    await done('transfer', {}, at(daysAgo - effectiveInDays), transfer, 'take_effect');
    await done('transfer', {}, at(daysAgo - effectiveInDays - 1), transfer, 'close');
  }
  for (const { home, daysAgo, days, tenant, ...lease } of given.leases) {
    const [fromDate, toDate] = [day(at(daysAgo)), day(at(daysAgo) + days * DAY)];
    const wish = { ...lease, ...tenant, unit: unitOf(home), fromDate, toDate, contractSeen: true };
    const made = await done('lease-registration', wish, at(daysAgo));
    await done('lease-registration', {}, at(daysAgo), made, 'start');
  }
  const files: Performed[] = [];
  for (const { home, ...file } of given.files)
    files.push(await done('archive-file', { ...file, unit: unitOf(home) }, at(30)));
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
  for (const { home, space, ...vehicle } of given.vehicles) {
    const { unit, owner } = homes[home] ?? {};
    await create(strapi, 'vehicle', { ...vehicle, unit, owner });
    if (space) await create(strapi, 'parking-space', { ...space, holder: owner });
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

/** The first flats with nobody on record but their owner, with him; by documentId. */
async function ownHomes(office: Office, count: number): Promise<{ unit: string; owner: string }[]> {
  const place = tableOfLink(office, 'occupancy', 'unit');
  const person = tableOfLink(office, 'occupancy', 'owner');
  return query<{ unit: string; owner: string }>(
    office.pool,
    `SELECT u.document_id AS unit, min(w.document_id) AS owner FROM "${place.otherTable}" u
     JOIN "${place.table}" l ON l."${place.otherColumn}" = u.id
     JOIN "${tableNameOf(office.strapi, 'occupancy')}" o ON o.id = l."${place.ownColumn}"
     JOIN "${person.table}" p ON p."${person.ownColumn}" = o.id JOIN "${person.otherTable}" w ON w.id = p."${person.otherColumn}"
     WHERE u.use = 'residence' GROUP BY u.id HAVING count(*) = 1 AND bool_and(o.capacity = 'owner' AND o.to_date IS NULL)
     ORDER BY u.id LIMIT $1`,
    [count],
  );
}
