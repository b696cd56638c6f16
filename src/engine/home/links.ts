import { tableFor, type Office } from '../office';
import type { Link } from '../tables';

/** Where relation `attribute` of a case type is stored. Throws a plain Error where there is none. */
export function linkOf(office: Office, type: string, attribute: string): Link {
  const link = tableFor(office, type).links.find((one) => one.attribute === attribute);
  if (!link) throw new Error(`${type} has no relation ${attribute}`);
  return link;
}

/** The row id behind a relation of the row `alias`; null without one. */
export function rowBehind(
  office: Office,
  type: string,
  [alias, attribute]: readonly [string, string],
): string {
  const link = linkOf(office, type, attribute);
  return `(SELECT l."${link.otherColumn}" FROM "${link.table}" l WHERE l."${link.ownColumn}" = ${alias}.id LIMIT 1)`;
}

/** Joins what a relation of the row `of` leads to, as `as`; nothing where it leads nowhere. */
export function joinOf(
  office: Office,
  type: string,
  { attribute, of, as }: { attribute: string; of: string; as: string },
): string {
  const link = linkOf(office, type, attribute);
  return `LEFT JOIN "${link.table}" ${as}_l ON ${as}_l."${link.ownColumn}" = ${of}.id
    LEFT JOIN "${link.otherTable}" ${as} ON ${as}.id = ${as}_l."${link.otherColumn}"`;
}
