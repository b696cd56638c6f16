import { query } from '../db';
import type { Office } from '../office';
import type { BoardReading } from './board';

/** How many communities and buildings there are to choose from at most. */
const MOST = 2000;

interface Named {
  readonly documentId: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly parent: string | null;
}

/** What the board can be narrowed down by: communities with their buildings, the category tree, the trades that people have. */
export async function boardChoices({ office, locale, may }: BoardReading) {
  const policy = await office.policy.current(office.pool);
  const named = ({ documentId, name, nameEn, parent }: Named) => ({
    documentId,
    name: locale === 'en' && nameEn ? nameEn : name,
    parent,
  });
  const rows = await placesAndCategories(office);
  const of = (kind: string, type: string) =>
    may(type, 'name') ? rows.filter((row) => row.kind === kind).map(named) : [];
  const trades = new Set([...policy.directory.staff.values()].flatMap((one) => one.trades));
  return {
    communities: of('community', 'community'),
    buildings: of('building', 'building'),
    categories: of('category', 'category'),
    trades: may('staff-member', 'trades') ? [...trades] : [],
  };
}

const placesAndCategories = (office: Office) =>
  query<Named & { kind: string }>(
    office.pool,
    `SELECT * FROM (
       SELECT 'community' AS kind, document_id AS "documentId", name, name_en AS "nameEn", NULL AS parent, 0 AS sort FROM communities
       UNION ALL SELECT 'building', b.document_id, b.name, b.name_en, c.document_id, 0 FROM buildings b
         LEFT JOIN buildings_community_lnk l ON l.building_id = b.id LEFT JOIN communities c ON c.id = l.community_id
       UNION ALL SELECT 'category', g.document_id, g.name, g.name_en, p.document_id, coalesce(g.sort, 0) FROM categories g
         LEFT JOIN categories_parent_lnk l ON l.category_id = g.id LEFT JOIN categories p ON p.id = l.inv_category_id
         WHERE g.active IS NOT FALSE) x
     ORDER BY kind, sort, name LIMIT ${MOST}`,
  );
