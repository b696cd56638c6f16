import { localDate } from '../../rules/time';
import type { HomeAnswer } from '../../rules/warranty';
import { query } from '../db';
import { tableOf, type Link } from '../tables';
import type { Ask, Asked, Asking } from './ask';

interface HomeRow extends Record<string, unknown> {
  readonly use: string | null;
  readonly deliveredOn: string | null;
  readonly warrantyUntil: string | null;
  readonly completedOn: string | null;
  readonly communityDeliveredOn: string | null;
  readonly builder: string | null;
}

/** What the registers say of the home that an order's request is about [B-04]; nothing without a request. */
export const home: Ask<HomeAnswer | null> = {
  when: ({ root }) => root !== null && root !== undefined,
  answer: async (asking, asked) => {
    const answers: (HomeAnswer | null)[] = [];
    for (const one of asked) answers.push(await answerTo(asking, one));
    return answers;
  },
};

async function answerTo({ office, client }: Asking, { root, now }: Asked): Promise<HomeAnswer | null> {
  if (!root) return null;
  const unit = typeof root.unit === 'string' ? root.unit : null;
  const community = typeof root.community === 'string' ? root.community : null;
  const [row] = unit
    ? await query<HomeRow>(client, unitSql(office), [unit])
    : await query<HomeRow>(client, COMMUNITY_SQL, [community]);
  const received = typeof root.receivedAt === 'string' ? Date.parse(root.receivedAt) : now;
  return {
    shared: unit === null || row?.use === 'public_area',
    dates: {
      deliveredOn: row?.deliveredOn ?? null,
      warrantyUntil: row?.warrantyUntil ?? null,
      completedOn: row?.completedOn ?? null,
      communityDeliveredOn: row?.communityDeliveredOn ?? null,
    },
    builder: row?.builder ?? null,
    reportedOn: localDate(office.timeZone, received),
  };
}

const day = (column: string, name: string): string => `to_char(${column}, 'YYYY-MM-DD') AS "${name}"`;

const OF_COMMUNITY = [day('c.delivered_on', 'communityDeliveredOn'), 'c.developer AS builder'].join(', ');

/** Public areas and facilities, by the community alone. */
const COMMUNITY_SQL = `SELECT ${OF_COMMUNITY} FROM communities c WHERE c.document_id = $1`;

const unitSql = ({ strapi }: Asking['office']): string => {
  const [building, community] = [linkOf(strapi, 'unit', 'building'), linkOf(strapi, 'building', 'community')];
  return `SELECT u."use", ${day('u.delivered_on', 'deliveredOn')}, ${day('u.warranty_until', 'warrantyUntil')},
    ${day('b.completed_on', 'completedOn')}, ${OF_COMMUNITY}
    FROM units u
    LEFT JOIN "${building.table}" ub ON ub."${building.ownColumn}" = u.id
    LEFT JOIN buildings b ON b.id = ub."${building.otherColumn}"
    LEFT JOIN "${community.table}" bc ON bc."${community.ownColumn}" = b.id
    LEFT JOIN communities c ON c.id = bc."${community.otherColumn}"
    WHERE u.document_id = $1`;
};

function linkOf(strapi: Asking['office']['strapi'], type: string, attribute: string): Link {
  const link = tableOf(strapi, type).links.find((one) => one.attribute === attribute);
  if (!link) throw new Error(`${type} has no relation ${attribute}`);
  return link;
}
