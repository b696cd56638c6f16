import type { Core } from '@strapi/strapi';
import type { Actor, Post } from '../../../rules/cases/types';
import { holderOf, type Directory } from '../../../rules/people/directory';
import { localDate } from '../../../rules/time';
import { officeOf, type Office } from '../../office';
import { perform } from '../../perform';
import { uidOf } from '../../tables';
import { wakeUp } from '../../wakeups';
import { readData } from '../files';
import { create, settled, type Kept, type Values } from '../records';
import { documentIdsByCode } from './look-up';
import { phoneOf } from './people';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** A signature drawn as one stroke. */
const STROKE =
  'data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAxMjAgNDAiPjxwYXRoIGQ9Ik04IDMwQzI0IDQgMzYgNDAgNTIgMTRTODQgMzggMTEyIDEyIiBmaWxsPSJub25lIiBzdHJva2U9IiMwMDAiIHN0cm9rZS13aWR0aD0iMiIvPjwvc3ZnPg==';

interface KeyRow {
  readonly code: string;
  /** Codes of its community and building. */
  readonly building?: string;
  /** The home that an owner has entrusted, whichever it is. */
  readonly unit?: 'first home';
}

interface Loan {
  readonly key: string;
  /** Job number. */
  readonly borrower?: string;
  readonly contractor?: string;
  readonly minutesAgo: number;
  /** For how long. */
  readonly minutes: number;
}

interface KeyData {
  readonly keys: readonly KeyRow[];
  readonly authorisation: {
    readonly key: string;
    readonly days: number;
    readonly daysAgo: number;
    readonly purpose: string;
    readonly grantedTo: string;
    readonly papers: string;
  };
  readonly loans: readonly Loan[];
}

interface Household {
  readonly unit: { readonly documentId: string; readonly fullLabel: string };
  readonly owner: { readonly documentId: string; readonly name: string };
}

/** A key board with an owner's authorisation, a loan that is out and one that is overdue, as of today [F-01]…[F-03]. */
export async function hangUpKeys(strapi: Core.Strapi, staff: ReadonlyMap<string, Kept>): Promise<void> {
  const office = officeOf(strapi);
  const { keys, authorisation, loans } = readData<KeyData>(strapi, 'demo', 'keys');
  const home = await ownedHome(strapi);
  const buildings = await buildingsByCode(strapi);
  for (const { unit, building, ...row } of keys) {
    const place = unit ? { unit: home?.unit.documentId } : { building: buildings.get(building ?? '') };
    if (!unit || home) await create(strapi, 'key', { ...row, ...place });
  }
  await settled(strapi);
  const ids = await documentIdsByCode(strapi, 'key');
  const contractors = await documentIdsByCode(strapi, 'contractor');
  const now = office.now();
  if (home) await entrust(office, { home, authorisation, key: ids.get(authorisation.key), now });
  for (const [index, { minutesAgo, minutes, ...loan }] of loans.entries()) {
    const at = now - minutesAgo * MINUTE;
    await byTheDesk(office, at, {
      type: 'key-loan',
      action: 'lend',
      input: {
        ...loan,
        key: ids.get(loan.key),
        dueAt: new Date(at + minutes * MINUTE).toISOString(),
        signature: STROKE,
        ...(loan.borrower
          ? { borrowerKind: 'staff', borrower: staff.get(loan.borrower)?.documentId }
          : { contractor: contractors.get(loan.contractor ?? ''), borrowerPhone: phoneOf(7000 + index) }),
      },
    });
  }
  await wakeUp(office, now);
}

async function entrust(
  office: Office,
  {
    home,
    authorisation,
    key,
    now,
  }: {
    home: Household;
    authorisation: KeyData['authorisation'];
    key: string | undefined;
    now: number;
  },
): Promise<void> {
  const { days, daysAgo, purpose, grantedTo, papers } = authorisation;
  await byTheDesk(office, now - daysAgo * DAY, {
    type: 'key-authorisation',
    action: 'grant',
    input: {
      ...{ purpose, grantedTo, papers, key },
      unit: home.unit.documentId,
      owner: home.owner.documentId,
      validUntil: localDate(office.timeZone, now + days * DAY),
      signerName: home.owner.name,
      signature: STROKE,
    },
  });
}

/** The first home by its label that somebody owns today. */
async function ownedHome(strapi: Core.Strapi): Promise<Household | null> {
  const found = (await strapi.db.query(uidOf('occupancy')).findOne({
    where: { capacity: 'owner', toDate: null, unit: { use: 'residence' }, owner: { kind: 'person' } },
    populate: {
      unit: { select: ['documentId', 'fullLabel'] },
      owner: { select: ['documentId', 'name'] },
    } as never,
    orderBy: { id: 'asc' },
  })) as Household | null;
  return found;
}

/** documentIds of buildings by the codes of community and building. */
async function buildingsByCode(strapi: Core.Strapi): Promise<Map<string, string>> {
  const rows = (await strapi.db.query(uidOf('building')).findMany({
    select: ['code', 'communityCode', 'documentId'] as never,
  })) as unknown as { code: string; communityCode: string; documentId: string }[];
  return new Map(rows.map(({ code, communityCode, documentId }) => [`${communityCode} ${code}`, documentId]));
}

interface Done {
  readonly type: string;
  readonly action: string;
  readonly input: Values;
}

/** Performs a first action as the front desk would have, at that moment. */
async function byTheDesk(office: Office, now: number, { type, action, input }: Done): Promise<void> {
  const { directory } = await office.policy.current(office.pool);
  await perform(office, { type, id: 'new', action, input, actor: deskOf(directory), now });
}

function deskOf(directory: Directory): Actor {
  const post: Post = 'front_desk';
  const entry = holderOf(directory, { post });
  if (!entry) throw new Error('people.json: nobody is at the front desk');
  return { kind: 'staff', id: entry.id, name: entry.name, posts: [post], teams: entry.teams, via: 'panel' };
}
