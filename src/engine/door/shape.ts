import type { Core } from '@strapi/strapi';
import { officeOf, tableFor, type Office } from '../office';
import { isHidden } from '../present';
import { tableOf, uidOf, type Table } from '../tables';

/** How a case, with the relations that are populated, is read in one statement and given in Strapi's REST shape. */
export interface Shape {
  readonly table: Table;
  /** The whole record as one JSON value (`record`), and the joins it needs, from alias `t`. */
  readonly select: string;
  readonly joins: string;
  /** Attributes that hold personal data, and of which kind. */
  readonly personal: readonly (readonly [attribute: string, kind: string])[];
  /** Attributes that are moments: the record's own, and those of each relation that is populated. */
  readonly moments: readonly string[];
  readonly related: readonly (readonly [relation: string, moments: readonly string[]])[];
}

const shapes = new WeakMap<Core.Strapi, Map<string, Shape>>();

/** The shape of a case type with these relations. */
export function shapeOf(strapi: Core.Strapi, type: string, populate: readonly string[]): Shape {
  const made = shapes.get(strapi) ?? new Map<string, Shape>();
  shapes.set(strapi, made);
  const key = [type, ...populate].join(' ');
  const known = made.get(key);
  if (known) return known;
  const table = tableFor(officeOf(strapi), type);
  const links = populate.flatMap((name) => table.links.filter(({ attribute }) => attribute === name));
  const related = links.map(({ attribute, otherType }, index) => {
    const { select, moments } = fieldsOf(strapi, tableOf(strapi, otherType), `o${index}`);
    const sql = `(SELECT to_json(r${index}) FROM (SELECT ${select}) r${index} WHERE o${index}.id IS NOT NULL) AS "${attribute}"`;
    return { attribute, sql, moments };
  });
  const own = fieldsOf(strapi, table, 't');
  const shape = {
    table,
    // As JSON, which is read several times faster than a hundred columns one by one.
    select: `(SELECT to_json(r) FROM (SELECT ${[own.select, ...related.map(({ sql }) => sql)].join(', ')}) r) AS record`,
    joins: links
      .map(
        (link, index) => `LEFT JOIN "${link.table}" l${index} ON l${index}."${link.ownColumn}" = t.id
        LEFT JOIN "${link.otherTable}" o${index} ON o${index}.id = l${index}."${link.otherColumn}"`,
      )
      .join('\n'),
    personal: table.columns.flatMap(({ attribute, personal }) =>
      personal && !isHidden(attribute) ? [[attribute, personal] as const] : [],
    ),
    moments: own.moments,
    related: related.map(({ attribute, moments }) => [attribute, moments] as const),
  };
  made.set(key, shape);
  return shape;
}

/** What Strapi shows of a record: its own fields but the private ones. */
function fieldsOf(strapi: Core.Strapi, table: Table, alias: string) {
  const { attributes } = strapi.getModel(table.uid as never) as unknown as {
    attributes: Record<string, { private?: boolean }>;
  };
  const own = table.columns.filter(
    ({ attribute }) => !attributes[attribute]?.private && !isHidden(attribute),
  );
  const fields = [...SYSTEM, ...own];
  return {
    select: fields.map(({ attribute, column }) => `${alias}."${column}" AS "${attribute}"`).join(', '),
    moments: fields.flatMap(({ attribute, sqlType }) => (sqlType.startsWith('timestamp') ? [attribute] : [])),
  };
}

const SYSTEM = [
  { attribute: 'id', column: 'id', sqlType: 'integer' },
  { attribute: 'documentId', column: 'document_id', sqlType: 'text' },
  { attribute: 'createdAt', column: 'created_at', sqlType: 'timestamp' },
  { attribute: 'updatedAt', column: 'updated_at', sqlType: 'timestamp' },
  { attribute: 'publishedAt', column: 'published_at', sqlType: 'timestamp' },
] as const;

type Read = Record<string, unknown>;

/** A record read by a shape as Strapi's REST API gives it, personal data masked. The record given is changed. */
export function shaped(
  office: Office,
  { personal, moments, related }: Shape,
  { record }: { readonly record: Read },
): Read {
  putMoments(record, moments);
  for (const [relation, theirs] of related) {
    const other = record[relation];
    if (other) putMoments(other as Read, theirs);
  }
  for (const [attribute, kind] of personal) {
    const value = record[attribute];
    if (typeof value === 'string') record[attribute] = office.privacy.masked(kind, value);
  }
  return record;
}

/** As the API gives them, `2026-11-22T03:19:11.500Z`; PostgreSQL's JSON has no zone, and as many digits as there are. */
function putMoments(record: Read, moments: readonly string[]): void {
  for (const attribute of moments) {
    const value = record[attribute];
    if (typeof value === 'string')
      record[attribute] = `${value.slice(0, 19)}.${value.slice(20, 23).padEnd(3, '0')}Z`;
  }
}

/** The relations that a query populates, if all of them are to-one and hold nothing personal; null for anything else. */
export function populateIn(strapi: Core.Strapi, type: string, asked: unknown): string[] | null {
  if (asked === undefined) return [];
  const names: unknown[] =
    typeof asked === 'string' ? asked.split(',') : Array.isArray(asked) ? asked : [undefined];
  const { links } = tableFor(officeOf(strapi), type);
  const known = names.filter((name): name is string => {
    const link = links.find(({ attribute }) => attribute === name);
    return link !== undefined && isPlain(strapi, link.otherType);
  });
  return known.length === names.length && new Set(known).size === known.length ? known : null;
}

const plain = new Map<string, boolean>();

/** Whether records of a type hold nothing personal. */
function isPlain(strapi: Core.Strapi, type: string): boolean {
  const known = plain.get(type);
  if (known !== undefined) return known;
  const answer = !tableOf(strapi, type).columns.some(({ personal }) => personal);
  plain.set(type, answer);
  return answer;
}

/** The rights that Strapi asks for before it shows these relations. */
export const scopesOf = (strapi: Core.Strapi, type: string, populate: readonly string[]): string[] =>
  populate.map((name) => {
    const link = tableFor(officeOf(strapi), type).links.find(({ attribute }) => attribute === name);
    return `${uidOf(link?.otherType ?? '')}.find`;
  });
