import { SUPERIORS } from '../../rules/cases/people';
import type { Post } from '../../rules/cases/types';
import { ON_HAND } from '../asks/dispatch';
import { definitionOf, tableFor, tableOfLink, type Office } from '../office';
import { rowBehind } from '../join';

/** Why a case stands on somebody's list, the most pressing first where there are several reasons. */
export const REASONS = [
  'approve_complaint',
  'hand_over',
  'order',
  'grab',
  'sign',
  'visit',
  'exemption',
  'request',
  'group',
  'file',
  'summary',
] as const;
export type Reason = (typeof REASONS)[number];

/** A kind of work: the rows `t` of a case type that wait for the person whose row id is `me`. */
export interface Waiting {
  readonly reason: Reason;
  readonly type: string;
  /** SQL conditions over `t`; `me`, `teams`, `contractors` and `pool` are columns of the asker. */
  readonly where: readonly string[];
  /** Whose clocks count besides its own: those of its request. */
  readonly withTicketsClocks?: true;
  /** SQL: what it is about, where that is not the matter of its request. */
  readonly matter?: string;
}

const inList = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
/** Posts that make return visits which are entrusted to nobody [D-01]. */
const VISITING: readonly Post[] = ['steward', 'front_desk', ...SUPERIORS];

/**
 * What waits for a member of staff in these posts [A-04][B-03][C-05][D-01][D-11]: what is his own, what his team has and
 * nobody of it took, what he may take, and what waits for the word of his post.
 */
export function waitingFor(office: Office, posts: readonly Post[]): Waiting[] {
  const is = (...some: readonly Post[]): boolean => posts.some((post) => some.includes(post));
  const row = (type: string, attribute: string) => rowBehind(office, type, ['t', attribute]);
  const mine = (type: string, attribute: string): string => {
    const link = tableOfLink(office, type, attribute);
    return `t.id IN (SELECT l."${link.ownColumn}" FROM "${link.table}" l WHERE l."${link.otherColumn}" = a.me)`;
  };
  const order = (name: string) => row('dispatch-order', name);
  const visit = (name: string) => row('return-visit', name);
  const ticket = (name: string) => row('ticket', name);
  const open = `t.stage NOT IN (${inList([...definitionOf(office, 'ticket').finalStages, 'completed'])})`;
  const heldByMe = `(${mine('dispatch-order', 'technician')} OR (${order('technician')} IS NULL AND ${order('team')} = ANY(a.teams)))`;
  const orders = tableFor(office, 'dispatch-order').table;
  const ofTicket = tableOfLink(office, 'dispatch-order', 'ticket');

  /** A request with an order is worked on by that order. */
  const noOrder = `NOT EXISTS (SELECT 1 FROM "${ofTicket.table}" ol JOIN "${orders}" o ON o.id = ol."${ofTicket.ownColumn}"
          WHERE ol."${ofTicket.otherColumn}" = t.id AND o.stage NOT IN ('filed', 'cancelled'))`;

  const lists: readonly (Waiting | false)[] = [
    {
      reason: 'approve_complaint',
      type: 'ticket',
      where: [open, `t.kind = 'complaint'`, 't.acknowledged_at IS NULL', mine('ticket', 'submittedTo')],
      matter: 't.matter',
    },
    {
      reason: 'hand_over',
      type: 'hand-over',
      where: [`t.stage = 'proposed'`, mine('hand-over', 'receiver')],
      withTicketsClocks: true,
    },
    {
      reason: 'order',
      type: 'dispatch-order',
      where: [`t.stage IN (${inList(ON_HAND)})`, heldByMe],
      withTicketsClocks: true,
    },
    {
      reason: 'grab',
      type: 'dispatch-order',
      where: [`t.stage = 'offered'`, 't.id = ANY(a.pool)'],
      withTicketsClocks: true,
    },
    {
      reason: 'sign',
      type: 'dispatch-order',
      where: [`t.stage = 'done'`, heldByMe],
      withTicketsClocks: true,
    },
    {
      reason: 'visit',
      type: 'return-visit',
      where: [
        `t.stage = 'due'`,
        is(...VISITING)
          ? `(${mine('return-visit', 'steward')} OR ${visit('steward')} IS NULL)`
          : mine('return-visit', 'steward'),
        didNotDoTheWork(office),
      ],
    },
    is(...SUPERIORS) && {
      reason: 'exemption',
      type: 'return-visit',
      where: [`t.stage = 'exempting'`, `${visit('exemptAskedBy')} IS DISTINCT FROM a.me`],
    },
    {
      reason: 'request',
      type: 'ticket',
      where: [open, mine('ticket', 'handler'), noOrder],
      matter: 't.matter',
    },
    {
      reason: 'request',
      type: 'ticket',
      where: [
        open,
        `t.stage = 'assigned'`,
        `${ticket('handler')} IS NULL`,
        `${ticket('team')} = ANY(a.teams)`,
        noOrder,
      ],
      matter: 't.matter',
    },
    {
      reason: 'group',
      type: 'group-matter',
      where: [`t.stage <> 'closed'`, mine('group-matter', 'head')],
      matter: 't.matter',
    },
    is('clerk') && { reason: 'file', type: 'dispatch-order', where: [`t.stage = 'signed'`] },
    is(...SUPERIORS) && {
      reason: 'summary',
      type: 'summary',
      where: [
        is('director', 'manager') && !is('supervisor', 'department_head')
          ? `t.stage = 'approved'`
          : `t.stage = 'compiled'`,
      ],
      matter: 't.period',
    },
  ];
  return lists.filter((one) => one !== false);
}

/** Whoever did the work does not ask how it was [D-03]: himself, with his team, or as one of the contractor's. */
function didNotDoTheWork(office: Office): string {
  const orders = tableFor(office, 'dispatch-order').table;
  const ofTicket = tableOfLink(office, 'dispatch-order', 'ticket');
  const did = (type: string, alias: string): string => {
    const row = (attribute: string) => rowBehind(office, type, [alias, attribute]);
    const person = row(type === 'ticket' ? 'handler' : 'technician');
    return `(${person} = a.me OR (${person} IS NULL AND ${row('team')} = ANY(a.teams)) OR ${row('contractor')} = ANY(a.contractors))`;
  };
  const ticket = rowBehind(office, 'return-visit', ['t', 'ticket']);
  return `NOT EXISTS (SELECT 1 FROM tickets w WHERE w.id = ${ticket} AND ${did('ticket', 'w')})
    AND NOT EXISTS (SELECT 1 FROM "${ofTicket.table}" ol JOIN "${orders}" w ON w.id = ol."${ofTicket.ownColumn}"
      WHERE ol."${ofTicket.otherColumn}" = ${ticket} AND (w.stage <> 'cancelled' OR w.arrived_at IS NOT NULL)
        AND ${did('dispatch-order', 'w')})`;
}
