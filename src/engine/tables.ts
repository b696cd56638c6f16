import type { Core } from '@strapi/strapi';

/** A scalar attribute and where it stands. */
export interface Column {
  readonly attribute: string;
  readonly column: string;
  /** PostgreSQL type of the column. */
  readonly sqlType: string;
  /** Kind of personal data it holds, which is stored sealed. */
  readonly personal?: string;
  /** The relation whose documentId it repeats, for an index that must know both it and the rest of the row. */
  readonly repeats?: string;
  /** What stands there when nothing was set, as Strapi would have it. */
  readonly byDefault?: unknown;
}

/** A to-one relation and the link table that Strapi keeps it in. */
export interface Link {
  readonly attribute: string;
  readonly table: string;
  readonly ownColumn: string;
  readonly otherColumn: string;
  readonly otherTable: string;
  readonly otherType: string;
}

/** Where a record type stands in the database, by Strapi's own conventions. */
export interface Table {
  readonly type: string;
  readonly uid: string;
  readonly table: string;
  readonly columns: readonly Column[];
  readonly links: readonly Link[];
  /** All of them, relations too. */
  readonly attributes: ReadonlySet<string>;
  /** Those that hold personal data, with its kind. */
  readonly personal: ReadonlyMap<string, string>;
}

const SQL_TYPES: Readonly<Record<string, string>> = {
  integer: 'integer',
  biginteger: 'bigint',
  decimal: 'numeric',
  float: 'double precision',
  boolean: 'boolean',
  datetime: 'timestamp',
  date: 'date',
  json: 'jsonb',
};

/** Attributes that Strapi itself puts on every record; they say nothing about the matter. */
export const STRAPIS_OWN: ReadonlySet<string> = new Set([
  'id',
  'documentId',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'createdBy',
  'updatedBy',
  'locale',
  'localizations',
]);

type MetaAttribute = {
  type: string;
  default?: unknown;
  columnName?: string;
  relation?: string;
  target?: string;
  joinTable?: { name: string; joinColumn: { name: string }; inverseJoinColumn: { name: string } };
  pluginOptions?: { guanjia?: { personal?: string; repeats?: string } };
};

export const uidOf = (type: string): string => `api::${type}.${type}`;

/** The type behind a uid of ours; '' for anything of Strapi's own. */
export const typeOfUid = (uid: string): string =>
  uid.startsWith('api::') ? uid.slice(uid.indexOf('.') + 1) : '';

/** The table of a record type of ours. */
export const tableNameOf = (strapi: Core.Strapi, type: string): string =>
  strapi.db.metadata.get(uidOf(type)).tableName;

const tables = new WeakMap<Core.Strapi, Map<string, Table>>();

/** Where a record type and its to-one relations are stored: read from Strapi's own metadata once for each office. */
export function tableOf(strapi: Core.Strapi, type: string): Table {
  const known = tables.get(strapi) ?? new Map<string, Table>();
  tables.set(strapi, known);
  const table = known.get(type) ?? readTable(strapi, type);
  known.set(type, table);
  return table;
}

function readTable(strapi: Core.Strapi, type: string): Table {
  const uid = uidOf(type);
  const meta = strapi.db.metadata.get(uid) as unknown as {
    tableName: string;
    attributes: Record<string, MetaAttribute>;
  };
  const columns: Column[] = [];
  const links: Link[] = [];
  for (const [attribute, definition] of Object.entries(meta.attributes)) {
    if (STRAPIS_OWN.has(attribute)) continue;
    if (definition.type === 'relation') {
      const { joinTable, target, relation } = definition;
      if (!joinTable || !target?.startsWith('api::') || !relation?.endsWith('ToOne')) continue;
      links.push({
        attribute,
        table: joinTable.name,
        ownColumn: joinTable.joinColumn.name,
        otherColumn: joinTable.inverseJoinColumn.name,
        otherTable: strapi.db.metadata.get(target).tableName,
        otherType: target.slice(target.indexOf('.') + 1),
      });
      continue;
    }
    const model = strapi.getModel(uid as never) as unknown as { attributes: Record<string, MetaAttribute> };
    const { default: byDefault, pluginOptions } = model.attributes[attribute] ?? {};
    const { personal, repeats } = pluginOptions?.guanjia ?? {};
    columns.push({
      attribute,
      column: definition.columnName ?? attribute,
      sqlType: SQL_TYPES[definition.type] ?? 'text',
      ...(personal ? { personal } : {}),
      ...(repeats ? { repeats } : {}),
      ...(byDefault === undefined ? {} : { byDefault }),
    });
  }
  return {
    type,
    uid,
    table: meta.tableName,
    columns,
    links,
    attributes: new Set([...columns, ...links].map(({ attribute }) => attribute)),
    personal: new Map(
      columns.flatMap(({ attribute, personal }) => (personal ? [[attribute, personal]] : [])),
    ),
  };
}

const quoted = (name: string): string => `"${name}"`;

/** The select list that gives a record as the rules see it, from alias `t`; relations as documentIds. */
export function selectList(table: Table): string {
  const scalars = table.columns.map(({ attribute, column }) => `t.${quoted(column)} AS ${quoted(attribute)}`);
  const related = table.links.map(
    (link) =>
      `(SELECT o.document_id FROM ${quoted(link.table)} l JOIN ${quoted(link.otherTable)} o ON o.id = l.${quoted(link.otherColumn)}` +
      ` WHERE l.${quoted(link.ownColumn)} = t.id LIMIT 1) AS ${quoted(link.attribute)}`,
  );
  return ['t.id AS "rowId"', 't.document_id AS "documentId"', ...scalars, ...related].join(', ');
}

/** `x(document_id text, "stage" text, …)`: how the rows given as JSON are read. */
export function recordset(table: Table, withLinks: boolean): string {
  const fields = [
    'document_id text',
    'by_id integer',
    ...table.columns.map(({ column, sqlType }) => `${quoted(column)} ${sqlType}`),
  ];
  const links = withLinks ? table.links.map(({ attribute }) => `${quoted(`rel_${attribute}`)} text`) : [];
  return `x(${[...fields, ...links].join(', ')})`;
}
