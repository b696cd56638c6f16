import { invalid, notFound } from '../../rules/refusal';
import { query } from '../db';
import { figuresQueryOf, ParamList, type Reader } from './query';
import { namedSql, recordsSql, SOURCES, type Source, type SourceName } from './sources';

const MOST = 100;

/** A record that a figure counts. */
export interface DrilledRecord {
  readonly type: string;
  readonly documentId: string;
  readonly number: string;
  /** Seconds, where the figure measures time. */
  readonly value: number | null;
  readonly keys: Readonly<Record<string, string | null>>;
}

/**
 * The records behind a figure, by number, `limit` (at most 100) from `start`; narrowed down by the figure's own keys given as
 * `where[key]=value` (`none`: without one). Throws FIGURE_UNKNOWN and as `figuresQueryOf`.
 */
export async function drill(reader: Reader, figure: string, given: Readonly<Record<string, unknown>>) {
  const { office } = reader;
  if (!Object.hasOwn(SOURCES, figure)) throw notFound('FIGURE_UNKNOWN', { figure });
  const asked = await figuresQueryOf(reader, given, new Set(['where', 'start', 'limit']));
  const params = new ParamList();
  const sourcing = { office, query: asked, params };
  const source = SOURCES[figure as SourceName](sourcing);
  const body = recordsSql(source, sourcing);
  const keys = Object.keys(source.keys);
  const narrowed = wishes(given.where, keys).map(([key, value]) =>
    value === 'none' ? `"${key}" IS NULL` : `"${key}" = ${rowNamed(source, key, params.add(value))}`,
  );
  const where = narrowed.length > 0 ? `WHERE ${narrowed.join(' AND ')}` : '';
  const [start, limit] = [whole(given.start, 'start', 0), whole(given.limit, 'limit', 25)];
  if (limit < 1 || limit > MOST) throw invalid('INPUT_INVALID', { field: 'limit', reason: 'range' });
  const rows = await query<Record<string, string | null> & { total: number; value: number | null }>(
    office.pool,
    `SELECT type, id, number, value, total, ${keys.map((key) => `${namedSql(source, `r."${key}"`, key)} AS "${key}"`).join(', ')} FROM
       (SELECT *, count(*) OVER ()::int AS total FROM (${body}) r ${where} ORDER BY number, type, id
        LIMIT ${params.add(limit)}::int OFFSET ${params.add(start)}::int) r ORDER BY number, type, id`,
    params.values,
  );
  return {
    total: rows[0]?.total ?? 0,
    start,
    limit,
    records: rows.map((row): DrilledRecord => ({
      type: String(row.type),
      documentId: String(row.id),
      number: String(row.number),
      value: row.value,
      keys: Object.fromEntries(keys.map((key) => [key, row[key] ?? null])),
    })),
  };
}

/** What a key is compared with: the row behind a documentId where it is a row id. */
const rowNamed = ({ named }: Source, key: string, value: string): string =>
  named?.[key] ? `(SELECT d.id FROM "${named[key]}" d WHERE d.document_id = ${value} LIMIT 1)` : value;

function wishes(given: unknown, keys: readonly string[]): [string, string][] {
  if (given === undefined) return [];
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw invalid('INPUT_INVALID', { field: 'where', reason: 'shape' });
  return Object.entries(given).map(([key, value]) => {
    if (!keys.includes(key)) throw invalid('INPUT_UNKNOWN_FIELD', { field: `where.${key}` });
    if (typeof value !== 'string') throw invalid('INPUT_INVALID', { field: `where.${key}`, reason: 'type' });
    return [key, value];
  });
}

function whole(given: unknown, field: string, otherwise: number): number {
  if (given === undefined) return otherwise;
  if (typeof given === 'string' && /^\d{1,7}$/.test(given)) return Number(given);
  throw invalid('INPUT_INVALID', { field, reason: 'format' });
}
