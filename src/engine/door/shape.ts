import type { Core } from '@strapi/strapi';
import type { CaseRecord } from '../../rules/cases/types';
import { officeOf, tableFor, type Office } from '../office';
import { presentRecord } from '../present';
import { tableOf, uidOf, type Table } from '../tables';

interface Field {
  /** Index of the relation among those populated; -1 for the case's own. */
  readonly of: number;
  readonly attribute: string;
  readonly sql: string;
}

/** How a case, with the relations that are populated, is read in one statement and given in Strapi's REST shape. */
export interface Shape {
  readonly type: string;
  readonly populate: readonly string[];
  readonly table: Table;
  /** The select list, and the joins it needs, from alias `t`. */
  readonly select: string;
  readonly joins: string;
  readonly fields: readonly Field[];
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
  const fields = [
    ...fieldsOf(strapi, table, -1),
    ...links.flatMap((link, index) => fieldsOf(strapi, tableOf(strapi, link.otherType), index)),
  ];
  const shape = {
    type,
    populate,
    table,
    fields,
    select: fields.map(({ sql }, index) => `${sql} AS f${index}`).join(', '),
    joins: links
      .map(
        (link, index) => `LEFT JOIN "${link.table}" l${index} ON l${index}."${link.ownColumn}" = t.id
        LEFT JOIN "${link.otherTable}" o${index} ON o${index}.id = l${index}."${link.otherColumn}"`,
      )
      .join('\n'),
  };
  made.set(key, shape);
  return shape;
}

/** What Strapi shows of a record: its own fields but the private ones. */
function fieldsOf(strapi: Core.Strapi, table: Table, of: number): Field[] {
  const alias = of < 0 ? 't' : `o${of}`;
  const { attributes } = strapi.getModel(table.uid as never) as unknown as {
    attributes: Record<string, { private?: boolean }>;
  };
  const own = table.columns.filter(({ attribute }) => !attributes[attribute]?.private);
  const system = [
    ['id', 'id'],
    ['documentId', 'document_id'],
    ['createdAt', 'created_at'],
    ['updatedAt', 'updated_at'],
    ['publishedAt', 'published_at'],
  ] as const;
  return [
    ...system.map(([attribute, column]) => ({ of, attribute, sql: `${alias}.${column}` })),
    ...own.map(({ attribute, column }) => ({ of, attribute, sql: `${alias}."${column}"` })),
  ];
}

/** A row read by a shape as Strapi's REST API gives it, personal data masked. */
export function shaped(office: Office, shape: Shape, row: Readonly<Record<string, unknown>>) {
  const { type, populate, fields } = shape;
  const record: Record<string, unknown> = {};
  const related: Record<string, unknown>[] = populate.map(() => ({}));
  fields.forEach(({ of, attribute }, index) => {
    const into = of < 0 ? record : related[of];
    if (into) into[attribute] = row[`f${index}`];
  });
  const shown: Record<string, unknown> = { ...presentRecord(office, type, record as CaseRecord) };
  populate.forEach((name, index) => {
    shown[name] = related[index]?.documentId ? related[index] : null;
  });
  return shown;
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
