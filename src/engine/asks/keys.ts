import type { Entrusting, KeyNamed, KeyStanding, StillOut } from '../../rules/keys';
import { localDate } from '../../rules/time';
import { afterwards, type Ask, type Asked } from './ask';
import { ordersOnHand } from './dispatch';

const keyOf = (asked: Asked): string | null => {
  const { key } = afterwards(asked);
  return typeof key === 'string' ? key : null;
};

/** Nobody borrows on an authorisation while it is given back. */
const lockOf = (authorisation: string): string => `key authorisation ${authorisation}`;

const STANDINGS = `SELECT x.ord, k.code, k.label, k.kind, coalesce(k.active, true) AS active, coalesce(k.copies, 1) AS copies,
    u.document_id AS unit, u.full_label AS "unitLabel", coalesce(c.document_id, kc.document_id) AS community,
    (SELECT json_build_object('id', l.document_id, 'number', l.number, 'borrower', l.borrower_name,
       'dueAt', to_char(l.due_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) FROM key_loans l WHERE l.open_for = x.key) AS "out",
    (SELECT json_build_object('number', i.number) FROM incidents i WHERE i.open_for = x.key) AS lost,
    (SELECT json_build_object('number', o.number, 'stage', o.stage, 'unit', ou.document_id) FROM dispatch_orders o
       LEFT JOIN dispatch_orders_ticket_lnk ot ON ot.dispatch_order_id = o.id
       LEFT JOIN tickets_unit_lnk tu ON tu.ticket_id = ot.ticket_id LEFT JOIN units ou ON ou.id = tu.unit_id
       WHERE o.document_id = x."dispatchOrder") AS "dispatchOrder",
    (SELECT json_build_object('number', a.number, 'stage', a.stage, 'validUntil', to_char(a.valid_until, 'YYYY-MM-DD'),
       'unit', au.document_id, 'key', ak.document_id) FROM key_authorisations a
       LEFT JOIN key_authorisations_unit_lnk aul ON aul.key_authorisation_id = a.id LEFT JOIN units au ON au.id = aul.unit_id
       LEFT JOIN key_authorisations_key_lnk akl ON akl.key_authorisation_id = a.id LEFT JOIN keys ak ON ak.id = akl.key_id
       WHERE a.document_id = x.authorisation) AS authorisation,
    (SELECT json_build_object('id', o.document_id, 'number', o.number, 'stage', o.stage, 'unit', u.document_id) FROM tickets_unit_lnk tu
       JOIN dispatch_orders_ticket_lnk ot ON ot.ticket_id = tu.ticket_id JOIN dispatch_orders o ON o.id = ot.dispatch_order_id
       JOIN dispatch_orders_technician_lnk dt ON dt.dispatch_order_id = o.id JOIN staff_members s ON s.id = dt.staff_member_id
       WHERE tu.unit_id = ku.unit_id AND s.document_id = x.borrower AND ${ordersOnHand('o')} ORDER BY o.id LIMIT 1) AS "ownOrder"
  FROM jsonb_to_recordset($1::jsonb) AS x(ord integer, key text, "dispatchOrder" text, authorisation text, borrower text)
  JOIN LATERAL (SELECT * FROM keys WHERE document_id = x.key LIMIT 1) k ON true
  LEFT JOIN keys_unit_lnk ku ON ku.key_id = k.id LEFT JOIN units u ON u.id = ku.unit_id
  LEFT JOIN units_building_lnk ub ON ub.unit_id = u.id LEFT JOIN buildings_community_lnk bc ON bc.building_id = ub.building_id
  LEFT JOIN communities c ON c.id = bc.community_id
  LEFT JOIN keys_building_lnk kb ON kb.key_id = k.id LEFT JOIN buildings_community_lnk kbc ON kbc.building_id = kb.building_id
  LEFT JOIN communities kc ON kc.id = kbc.community_id`;

/**
 * How the key of an action stands, and what it is asked for with [F-03][F-04]. Two who want the same key are decided one after the
 * other, to the commit.
 */
export const keyStanding: Ask<KeyStanding | undefined> = {
  when: (asked) => keyOf(asked) !== null,
  locks: (asked) => {
    const { authorisation } = afterwards(asked);
    return [`key ${keyOf(asked)}`, ...(typeof authorisation === 'string' ? [lockOf(authorisation)] : [])];
  },
  apart: (asked) => keyOf(asked),
  answer: (_asking, asked) => ({
    text: STANDINGS,
    values: [
      JSON.stringify(
        asked.map((one, ord) => {
          const { key, dispatchOrder, authorisation, borrower } = afterwards(one);
          return { ord, key, dispatchOrder, authorisation, borrower };
        }),
      ),
    ],
    answers: (rows: readonly (KeyStanding & { ord: number })[]) => {
      const found = new Map(rows.map(({ ord, ...standing }) => [ord, standing]));
      return asked.map((_, ord) => found.get(ord));
    },
  }),
};

/** A key that is still out on an authorisation; null for none [F-02]. */
export const keyStillOut: Ask<StillOut | null> = {
  locks: ({ record }) => (record ? [lockOf(record.documentId)] : []),
  answer: (_asking, asked) => ({
    text: `SELECT a.document_id AS authorisation, l.number, l.borrower_name AS borrower,
        to_char(l.due_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "dueAt"
      FROM key_authorisations a JOIN key_loans_authorisation_lnk k ON k.key_authorisation_id = a.id JOIN key_loans l ON l.id = k.key_loan_id
      WHERE a.document_id = ANY($1::text[]) AND l.stage = 'lent' ORDER BY l.id`,
    values: [asked.map(({ record }) => record?.documentId ?? '')],
    answers: (rows: readonly (StillOut & { authorisation: string })[]) =>
      asked.map(({ record }) => {
        const found = rows.find(({ authorisation }) => authorisation === record?.documentId);
        if (!found) return null;
        const { number, borrower, dueAt } = found;
        return { number, borrower, dueAt };
      }),
  }),
};

/** Whether whoever entrusts keys of a home holds it today, and which home the key named is of [F-02]. */
export const entrusting: Ask<Entrusting> = {
  answer: ({ office }, asked) => ({
    text: `SELECT x.ord, ku.document_id AS "unitOfKey", EXISTS (
        SELECT FROM occupancies o JOIN occupancies_owner_lnk ol ON ol.occupancy_id = o.id JOIN owners w ON w.id = ol.owner_id
        JOIN occupancies_unit_lnk ul ON ul.occupancy_id = o.id JOIN units u ON u.id = ul.unit_id
        WHERE w.document_id = x.owner AND u.document_id = x.unit AND o.capacity IN ('owner', 'co_owner')
          AND o.from_date <= x.today AND (o.to_date IS NULL OR o.to_date >= x.today)) AS holds
      FROM jsonb_to_recordset($1::jsonb) AS x(ord integer, owner text, unit text, key text, today date)
      LEFT JOIN LATERAL (SELECT u.document_id FROM keys k JOIN keys_unit_lnk l ON l.key_id = k.id JOIN units u ON u.id = l.unit_id
        WHERE k.document_id = x.key LIMIT 1) ku ON true`,
    values: [
      JSON.stringify(
        asked.map(({ input: { owner, unit, key }, now }, ord) => ({
          ...{ ord, owner, unit, key },
          today: localDate(office.timeZone, now),
        })),
      ),
    ],
    answers: (rows: readonly (Entrusting & { ord: number })[]) => {
      const found = new Map(rows.map((row) => [row.ord, row]));
      return asked.map((_, ord) => found.get(ord) ?? { holds: false, unitOfKey: null });
    },
  }),
};

/** The keys that hang on the board by the register: in use, not out, not lost; of one set where the count names one [F-07]. */
export const keysExpected: Ask<readonly KeyNamed[]> = {
  answer: (_asking, asked) => ({
    text: `SELECT x.ord, k.document_id AS key, k.code, k.label
      FROM jsonb_to_recordset($1::jsonb) AS x(ord integer, "keySet" text)
      JOIN keys k ON k.active IS DISTINCT FROM false AND (coalesce(x."keySet", '') = '' OR k.key_set = x."keySet")
      WHERE NOT EXISTS (SELECT FROM key_loans l WHERE l.open_for = k.document_id)
        AND NOT EXISTS (SELECT FROM incidents i WHERE i.open_for = k.document_id)
      ORDER BY x.ord, k.code`,
    values: [JSON.stringify(asked.map(({ input: { keySet } }, ord) => ({ ord, keySet })))],
    answers: (rows: readonly (KeyNamed & { ord: number })[]) =>
      asked.map((_, ord) =>
        rows.filter((row) => row.ord === ord).map(({ key, code, label }) => ({ key, code, label })),
      ),
  }),
};
