import type { Core } from '@strapi/strapi';
import { openActions } from '../../rules/cases/decide';
import type { CaseRecord } from '../../rules/cases/types';
import { notFound } from '../../rules/refusal';
import { CLOCK_SELECT } from '../clock-rows';
import { query } from '../db';
import { gather } from '../gather';
import { definitionOf, type Office } from '../office';
import { assertMayLook } from './handlers';
import { populateIn, shaped, shapeOf, type Shape } from './shape';
import type { Table } from '../tables';
import { readCase, viewsOfClocks, type Viewing } from './views';

/** One case as a request asks for it, if one statement of ours can give it. */
export interface Single {
  readonly type: string;
  readonly id: string;
  readonly populate: readonly string[];
}

/** What the query of a request for one case asks for; null for what is Strapi's to understand or to refuse. */
export function singleOf(
  strapi: Core.Strapi,
  { type, id }: Pick<Single, 'type' | 'id'>,
  asked: Readonly<Record<string, unknown>>,
): Single | null {
  if (Object.keys(asked).some((key) => key !== 'populate')) return null;
  const populate = populateIn(strapi, type, asked.populate);
  return populate && { type, id, populate };
}

interface Row {
  readonly id: string;
  readonly record: Record<string, unknown>;
  readonly clocks: readonly Record<string, unknown>[] | null;
}

/** How many cases are read by one statement at most, and how many such statements may be under way. */
const MOST = 50;
const UNDER_WAY = 2;

const readers = new WeakMap<Shape, (id: string) => Promise<Row | undefined>>();

/** The case as Strapi would give it, and in `meta` its clocks and the actions open to the caller. Throws CASE_UNKNOWN. */
export async function singleCase(strapi: Core.Strapi, viewing: Viewing, { type, id, populate }: Single) {
  assertMayLook(viewing);
  const { office } = viewing;
  const shape = shapeOf(strapi, type, populate);
  const read = readers.get(shape) ?? readerOf(office, shape);
  readers.set(shape, read);
  const row = await read(id);
  if (!row) throw notFound('CASE_UNKNOWN', { type, id });
  const data = shaped(office, shape, row);
  const clocks = await viewsOfClocks(viewing, row.clocks ?? []);
  return { data, meta: { clocks, openActions: await actionsOpen(viewing, shape, data) } };
}

class RelationsWanted extends Error {}

/** Whom a case is with is read only where the rules want to know it: for outside systems they do not. */
async function actionsOpen({ office, actor }: Viewing, { table }: Shape, data: Record<string, unknown>) {
  const definition = definitionOf(office, table.type);
  const { documentId } = data as unknown as CaseRecord;
  const record = Object.create(data, unread(table)) as CaseRecord;
  try {
    return openActions(definition, record, actor);
  } catch (error) {
    if (!(error instanceof RelationsWanted)) throw error;
    return openActions(definition, await readCase(office, table.type, documentId), actor);
  }
}

const unreadRelations = new WeakMap<Table, PropertyDescriptorMap>();

function unread(table: Table): PropertyDescriptorMap {
  const known = unreadRelations.get(table);
  if (known) return known;
  const get = (): never => {
    throw new RelationsWanted();
  };
  const made = Object.fromEntries(table.links.map(({ attribute }) => [attribute, { get }]));
  unreadRelations.set(table, made);
  return made;
}

/** Reads cases of a shape, those that are asked for at the same time by one statement. */
function readerOf(office: Office, { table, select, joins }: Shape) {
  const text = `SELECT t.document_id AS id, ${select},
      (SELECT json_agg(k) FROM (SELECT ${CLOCK_SELECT} FROM clocks c WHERE c.case_id = t.document_id AND c.case_type = $2 ORDER BY c.id) k) AS clocks
    FROM "${table.table}" t ${joins} WHERE t.document_id = ANY($1::text[])`;
  return gather<string, Row | undefined>({
    most: MOST,
    underWay: UNDER_WAY,
    take: async (ids) => {
      const rows = await query<Row>(office.pool, text, [[...new Set(ids)], table.type]);
      const found = new Map(rows.map((row) => [row.id, row]));
      // Two who ask for the same are given one each: it is changed on its way to them.
      return ids.map((id, index) =>
        ids.indexOf(id) === index ? found.get(id) : structuredClone(found.get(id)),
      );
    },
  });
}
