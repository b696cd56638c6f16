import { query } from '../db';
import type { Office } from '../office';
import { tableNameOf } from '../tables';

/** What reports can be narrowed down to; `parent` of a building is its community. */
export async function reportChoices(office: Office) {
  const list = <Row extends Record<string, unknown>>(type: string, parent = 'NULL'): Promise<Row[]> =>
    query<Row>(
      office.pool,
      `SELECT t.document_id AS "documentId", t.name, ${parent} AS parent FROM "${tableNameOf(office.strapi, type)}" t ORDER BY t.name LIMIT 1000`,
      [],
    );
  type Choice = { documentId: string; name: string; parent: string | null };
  const community = `(SELECT c.document_id FROM buildings_community_lnk l JOIN communities c ON c.id = l.community_id WHERE l.building_id = t.id LIMIT 1)`;
  const [communities, buildings, teams] = await Promise.all([
    list<Choice>('community'),
    list<Choice>('building', community),
    list<Choice>('team'),
  ]);
  return { communities, buildings, teams };
}
