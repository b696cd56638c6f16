import type { HomeHeld, LeaseOfHome } from '../../rules/holdings';
import { tableOfLink } from '../office';
import { tableNameOf } from '../tables';
import { afterwards, type Ask, type Asked } from './ask';

const unitOf = (asked: Asked): string | null => {
  const { unit } = afterwards(asked);
  return typeof unit === 'string' ? unit : null;
};

/** Who holds the home that a case is about [G-03]; as it is until the commit, as far as other cases go. */
export const homeHeld: Ask<HomeHeld | null> = {
  when: (asked) => unitOf(asked) !== null,
  locks: (asked) => [`home ${unitOf(asked)}`],
  apart: unitOf,
  answer: ({ office }, asked) => {
    const place = tableOfLink(office, 'occupancy', 'unit');
    const person = tableOfLink(office, 'occupancy', 'owner');
    const building = tableOfLink(office, 'unit', 'building');
    const keeper = tableOfLink(office, 'building', 'steward');
    return {
      text: `SELECT u.document_id AS unit, coalesce(u.full_label, u.label) AS label,
        (SELECT s.document_id FROM "${building.table}" b JOIN "${keeper.table}" k ON k."${keeper.ownColumn}" = b."${building.otherColumn}"
           JOIN "${keeper.otherTable}" s ON s.id = k."${keeper.otherColumn}" WHERE b."${building.ownColumn}" = u.id LIMIT 1) AS steward,
        (SELECT coalesce(json_agg(json_build_object('id', o.document_id, 'owner', w.document_id, 'capacity', o.capacity,
             'fromDate', o.from_date, 'toDate', o.to_date, 'primary', o."primary") ORDER BY o.from_date, o.id), '[]')
           FROM "${place.table}" l JOIN "${tableNameOf(office.strapi, 'occupancy')}" o ON o.id = l."${place.ownColumn}"
           JOIN "${person.table}" p ON p."${person.ownColumn}" = o.id JOIN "${person.otherTable}" w ON w.id = p."${person.otherColumn}"
           WHERE l."${place.otherColumn}" = u.id) AS holdings,
        (SELECT t.number FROM "${tableNameOf(office.strapi, 'transfer')}" t WHERE t.open_for = u.document_id LIMIT 1) AS "openTransfer"
        FROM "${tableNameOf(office.strapi, 'unit')}" u WHERE u.document_id = ANY($1::text[])`,
      values: [[...new Set(asked.map(unitOf))]],
      answers: (rows: readonly (HomeHeld & { unit: string })[]) => {
        const found = new Map(rows.map((row) => [row.unit, row]));
        return asked.map((one) => found.get(String(unitOf(one))) ?? null);
      },
    };
  },
};

/** The leases of the home, or of rooms of it, that have not been cancelled [G-03]. */
export const leasesOfHome: Ask<readonly LeaseOfHome[]> = {
  when: (asked) => unitOf(asked) !== null,
  locks: (asked) => [`home ${unitOf(asked)}`],
  apart: unitOf,
  answer: ({ office }, asked) => {
    const place = tableOfLink(office, 'lease-registration', 'unit');
    return {
      text: `SELECT u.document_id AS unit, r.number, r.open_for AS "openFor", r.from_date AS "fromDate",
          coalesce(r.ended_on, r.to_date) AS "lastDay"
        FROM "${place.otherTable}" u JOIN "${place.table}" l ON l."${place.otherColumn}" = u.id
        JOIN "${tableNameOf(office.strapi, 'lease-registration')}" r ON r.id = l."${place.ownColumn}"
        WHERE u.document_id = ANY($1::text[]) AND r.open_for IS NOT NULL ORDER BY r.from_date`,
      values: [[...new Set(asked.map(unitOf))]],
      answers: (rows: readonly (LeaseOfHome & { unit: string })[]) =>
        asked.map((one) => rows.filter(({ unit }) => unit === unitOf(one))),
    };
  },
};
