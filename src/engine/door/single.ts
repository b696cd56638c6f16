import type { Core } from '@strapi/strapi';
import { openActions } from '../../rules/cases/decide';
import type { CaseRecord } from '../../rules/cases/types';
import { notFound } from '../../rules/refusal';
import { query } from '../db';
import { definitionOf } from '../office';
import { assertMayLook } from './handlers';
import { populateIn, shaped, shapeOf } from './shape';
import { clockViews, type Viewing } from './views';

/** One case as a request asks for it, if two statements of ours can give it. */
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
  const [[row], clocks] = await Promise.all([
    query<Record<string, unknown>>(
      office.pool,
      `SELECT ${[shape.select, ...related].join(', ')} FROM "${table}" t ${shape.joins} WHERE t.document_id = $1`,
      [id],
    ),
    clockViews(viewing, type, id),
  ]);
  if (!row) throw notFound('CASE_UNKNOWN', { type, id });
  const data = shaped(office, shape, row);
  const record = {
    ...data,
    ...Object.fromEntries(links.map(({ attribute }, index) => [attribute, row[`r${index}`]])),
  } as unknown as CaseRecord;
  return { data, meta: { clocks, openActions: openActions(definitionOf(office, type), record, actor) } };
}
