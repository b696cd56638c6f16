import { crewOf, factsIn, hasRoom, ruleNamed } from '../../rules/dispatch';
import { ON_HAND } from '../asks/dispatch';
import { query } from '../db';
import { tableFor, tableOfLink, type Office } from '../office';
import type { Policy } from '../policy';
import { join } from '../join';

/** More offers than these no pool has open at a time. */
const MOST = 500;

interface Offer extends Record<string, unknown> {
  readonly id: number;
  readonly rule: string | null;
  readonly kind: string;
  readonly urgency: string | null;
  readonly category: string | null;
  readonly community: string | null;
  readonly load: number;
}

/** Row ids of the offered orders that this member of staff may take now: he is of the pool and has room [B-03]. */
export async function poolFor(office: Office, policy: Policy, staffId: string): Promise<number[]> {
  const orders = tableFor(office, 'dispatch-order').table;
  const technician = tableOfLink(office, 'dispatch-order', 'technician');
  const offers = await query<Offer>(
    office.pool,
    `SELECT o.id, o.dispatch_rule AS rule, t.kind, t.urgency, c.document_id AS category, m.document_id AS community,
       (SELECT count(*)::int FROM "${technician.table}" l JOIN "${orders}" h ON h.id = l."${technician.ownColumn}"
         JOIN staff_members s ON s.id = l."${technician.otherColumn}"
         WHERE s.document_id = $1 AND h.stage IN (${ON_HAND.map((stage) => `'${stage}'`).join(', ')})) AS load
     FROM "${orders}" o ${join(office, 'dispatch-order', 'ticket', ['o', 't'])}
     ${join(office, 'ticket', 'category', ['t', 'c'])}
     ${join(office, 'ticket', 'community', ['t', 'm'])}
     WHERE o.stage = 'offered' ORDER BY o.dispatched_at, o.id LIMIT ${MOST}`,
    [staffId],
  );
  const { directory, categories } = policy;
  return offers
    .filter((offer) => {
      const rule = ruleNamed(offer.rule, policy);
      if (!rule) return false;
      const crew = crewOf(rule, { directory, categories, facts: factsIn(offer, policy) });
      const me = crew.find(({ id }) => id === staffId);
      return me !== undefined && hasRoom(me, rule, new Map([[staffId, offer.load]]));
    })
    .map(({ id }) => id);
}
