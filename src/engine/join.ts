import { tableFor, type Office } from './office';
import type { Link } from './tables';

/** Where the to-one relation `attribute` of a case type is stored. */
export function linkOf(office: Pick<Office, 'tables'>, type: string, attribute: string): Link {
  const link = tableFor(office, type).links.find((one) => one.attribute === attribute);
  if (!link) throw new Error(`${type} has no relation ${attribute}`);
  return link;
}

/** Joins what relation `attribute` of the case type `type` under alias `of` leads to, under alias `as`; nulls where it leads nowhere. */
export function join(
  office: Pick<Office, 'tables'>,
  type: string,
  attribute: string,
  [of, as]: readonly [string, string],
): string {
  const link = linkOf(office, type, attribute);
  return `LEFT JOIN "${link.table}" ${as}_l ON ${as}_l."${link.ownColumn}" = ${of}.id
    LEFT JOIN "${link.otherTable}" ${as} ON ${as}.id = ${as}_l."${link.otherColumn}"`;
}
