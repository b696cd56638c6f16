import type { Figures, FiguresOfGroup } from '../../rules/figures';
import type { Words } from '../../rules/words/say';
import { query } from '../db';
import type { Office } from '../office';
import { tableNameOf } from '../tables';

/** Types that figures name records of; all of them have a name and one in English. */
const NAMED = ['category', 'target', 'community', 'building', 'team', 'staff-member'] as const;
type Named = (typeof NAMED)[number];

/** The type of a group of figures. */
export const GROUP_TYPES: Readonly<Record<string, Named>> = {
  community: 'community',
  building: 'building',
  team: 'team',
  person: 'staff-member',
};

/** What records are called, by documentId; those that are gone are not among them. */
export async function namesOf(
  office: Office,
  ids: Partial<Record<Named, readonly string[]>>,
): Promise<Map<string, Words>> {
  const names = new Map<string, Words>();
  for (const type of NAMED) {
    const wanted = [...new Set(ids[type] ?? [])];
    if (wanted.length === 0) continue;
    const rows = await query<{ id: string; name: string; nameEn: string | null }>(
      office.pool,
      `SELECT document_id AS id, name, ${hasEnglish(office, type) ? 'name_en' : 'NULL'} AS "nameEn"
       FROM "${tableNameOf(office.strapi, type)}" WHERE document_id = ANY($1)`,
      [wanted],
    );
    for (const { id, name, nameEn } of rows) names.set(id, { zh: name, en: nameEn || name });
  }
  return names;
}

const hasEnglish = ({ strapi }: Office, type: Named): boolean =>
  'nameEn' in strapi.getModel(`api::${type}.${type}` as never)['attributes' as never];

/** All records that these figures name: categories, targets, and the groups they are broken down by. */
export function idsIn(
  all: Figures,
  by: { readonly group: string; readonly groups: readonly FiguresOfGroup[] } | null,
): Partial<Record<Named, readonly string[]>> {
  const tallies = [
    ...[all.received.byCategory, all.completed.byCategory, all.rework.byCategory],
    all.complaints.byCategory,
  ];
  const groupType = by === null ? undefined : GROUP_TYPES[by.group];
  return {
    category: tallies.flatMap((tally) => Object.keys(tally)),
    target: all.promises.byTarget.map(({ target }) => target),
    ...(groupType && by ? { [groupType]: by.groups.flatMap(({ group }) => group ?? []) } : {}),
  };
}
