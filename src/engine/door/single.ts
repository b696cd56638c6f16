import type { Core } from '@strapi/strapi';
import { openActions } from '../../rules/cases/decide';
import type { CaseRecord } from '../../rules/cases/types';
import { notFound } from '../../rules/refusal';
import { CLOCK_SELECT } from '../clock-rows';
import { query } from '../db';
import { definitionOf } from '../office';
import { assertMayLook } from './handlers';
import { populateIn, shaped, shapeOf } from './shape';
import { viewsOfClocks, type Viewing } from './views';

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

/** The case as Strapi would give it, and in `meta` its clocks and the actions open to the caller. Throws CASE_UNKNOWN. */
export async function singleCase(strapi: Core.Strapi, viewing: Viewing, { type, id, populate }: Single) {
  assertMayLook(viewing);
  const { office, actor } = viewing;
  const shape = shapeOf(strapi, type, populate);
  // What may be done can hang on relations that nobody has populated: their ids come along.
  const { links, table } = shape.table;
  const related = links.map(
    (link, index) =>
      `(SELECT o.document_id FROM "${link.table}" k JOIN "${link.otherTable}" o ON o.id = k."${link.otherColumn}"
       WHERE k."${link.ownColumn}" = t.id LIMIT 1) AS r${index}`,
  );
  const [row] = await query<
    Record<string, unknown> & { record: Record<string, unknown>; clocks: Record<string, unknown>[] | null }
  >(
    office.pool,
    `SELECT ${[shape.select, ...related].join(', ')},
       (SELECT json_agg(k) FROM (SELECT ${CLOCK_SELECT} FROM clocks c WHERE c.case_id = $1 AND c.case_type = $2 ORDER BY c.id) k) AS clocks
     FROM "${table}" t ${shape.joins} WHERE t.document_id = $1`,
    [id, type],
  );
  if (!row) throw notFound('CASE_UNKNOWN', { type, id });
  const data = shaped(office, shape, row);
  const record = {
    ...data,
    ...Object.fromEntries(links.map(({ attribute }, index) => [attribute, row[`r${index}`]])),
  } as unknown as CaseRecord;
  const clocks = await viewsOfClocks(viewing, row.clocks ?? []);
  return { data, meta: { clocks, openActions: openActions(definitionOf(office, type), record, actor) } };
}
