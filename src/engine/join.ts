import { tableOfLink, type Office } from './office';

type Strapis = Pick<Office, 'strapi'>;

/** Joins what relation `attribute` of the type `type` under alias `of` leads to, under alias `as`; nulls where it leads nowhere. */
export function join(
  office: Strapis,
  type: string,
  attribute: string,
  [of, as]: readonly [string, string],
): string {
  const link = tableOfLink(office, type, attribute);
  return `LEFT JOIN "${link.table}" ${as}_l ON ${as}_l."${link.ownColumn}" = ${of}.id
    LEFT JOIN "${link.otherTable}" ${as} ON ${as}.id = ${as}_l."${link.otherColumn}"`;
}

/** The row id behind relation `attribute` of the row `alias`; null without one. */
export function rowBehind(
  office: Strapis,
  type: string,
  [alias, attribute]: readonly [string, string],
): string {
  const link = tableOfLink(office, type, attribute);
  return `(SELECT l."${link.otherColumn}" FROM "${link.table}" l WHERE l."${link.ownColumn}" = ${alias}.id LIMIT 1)`;
}
