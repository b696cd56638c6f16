import { localDate } from '../../rules/time';
import type { HomeAnswer } from '../../rules/warranty';
import { tableOfLink } from '../office';
import { afterwards, type Ask, type Asked, type Asking } from './ask';
import { goesOutByItself } from './dispatch';

interface HomeRow {
  readonly use: string | null;
  readonly deliveredOn: string | null;
  readonly warrantyUntil: string | null;
  readonly completedOn: string | null;
  readonly communityDeliveredOn: string | null;
  readonly builder: string | null;
}

/**
 * What the registers say of the home that an order's request is about [B-04]; nothing without a request. Asked of a request
 * that goes out as soon as it is taken in, it holds for the order that follows: one look for all that come at the same time.
 */
export const home: Ask<HomeAnswer | null> = {
  wide: true,
  when: (asked, policy) =>
    asked.type === 'ticket'
      ? goesOutByItself(asked, policy)
      : asked.root !== null && asked.root !== undefined,
  answer: ({ office }, asked) => {
    const requests = asked.map(requestOf);
    const sought = requests.map((request, ord) => ({
      ord,
      unit: request?.unit ?? null,
      community: request?.community ?? null,
    }));
    return {
      text: homesSql(office),
      values: [JSON.stringify(sought)],
      answers: (rows: readonly (HomeRow & { ord: number })[]) => {
        const found = new Map(rows.map((row) => [row.ord, row]));
        return asked.map(({ now }, ord) => {
          const request = requests[ord];
          return request ? answerFor(office, { request, row: found.get(ord), now }) : null;
        });
      },
    };
  },
};

type Request = Readonly<Record<string, unknown>>;

/** The request that an order belongs to, or that is being taken in. */
const requestOf = (asked: Asked): Request | null =>
  asked.type === 'ticket' ? afterwards(asked) : (asked.root ?? null);

function answerFor(
  office: Asking['office'],
  { request, row, now }: { request: Request; row: HomeRow | undefined; now: number },
): HomeAnswer {
  const received = typeof request.receivedAt === 'string' ? Date.parse(request.receivedAt) : now;
  return {
    shared: typeof request.unit !== 'string' || row?.use === 'public_area',
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

/** By unit; public areas and facilities by the community alone. */
const homesSql = (office: Asking['office']): string => {
  const building = tableOfLink(office, 'unit', 'building');
  const community = tableOfLink(office, 'building', 'community');
  return `SELECT x.ord, u."use", ${day('u.delivered_on', 'deliveredOn')}, ${day('u.warranty_until', 'warrantyUntil')},
    ${day('b.completed_on', 'completedOn')}, ${day('c.delivered_on', 'communityDeliveredOn')}, c.developer AS builder
    FROM jsonb_to_recordset($1::jsonb) AS x(ord integer, unit text, community text)
    LEFT JOIN LATERAL (SELECT * FROM units WHERE document_id = x.unit LIMIT 1) u ON true
    LEFT JOIN "${building.table}" ub ON ub."${building.ownColumn}" = u.id
    LEFT JOIN buildings b ON b.id = ub."${building.otherColumn}"
    LEFT JOIN "${community.table}" bc ON bc."${community.ownColumn}" = b.id
    LEFT JOIN LATERAL (
      SELECT * FROM communities k WHERE CASE WHEN x.unit IS NULL THEN k.document_id = x.community ELSE k.id = bc."${community.otherColumn}" END LIMIT 1
    ) c ON true`;
};
