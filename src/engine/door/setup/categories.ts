import { say, type Words } from '../../../rules/words/say';
import { uidOf } from '../../tables';
import type { Viewing } from '../views';

export interface CategoryNode {
  readonly documentId: string;
  readonly name: string;
  readonly code: string;
  /** documentId of the category above; null at the top. */
  readonly parent: string | null;
  readonly kind: string | null;
  readonly urgent: boolean;
  readonly department: string | null;
  readonly sort: number;
  readonly active: boolean;
}

interface Row {
  readonly documentId: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly code: string;
  readonly kind: string | null;
  readonly defaultUrgency: string | null;
  readonly sort: number | null;
  readonly active: boolean | null;
  readonly parent: { readonly documentId: string } | null;
  readonly department: { readonly name: string; readonly nameEn: string | null } | null;
}

const named = ({ name, nameEn }: { name: string; nameEn: string | null }): Words => ({
  zh: name,
  en: nameEn ?? name,
});

/** Every category, those out of use too, in the order of their numbers; the tree is made of `parent`. */
export async function categoryNodes({ office, locale }: Viewing): Promise<CategoryNode[]> {
  const rows = (await office.strapi.db.query(uidOf('category')).findMany({
    populate: { parent: true, department: true },
    orderBy: [{ sort: 'asc' }, { code: 'asc' }],
  })) as Row[];
  return rows.map((row) => ({
    documentId: row.documentId,
    name: say(named(row), locale),
    code: row.code,
    parent: row.parent?.documentId ?? null,
    kind: row.kind,
    urgent: row.defaultUrgency === 'urgent',
    department: row.department && say(named(row.department), locale),
    sort: row.sort ?? 0,
    active: row.active !== false,
  }));
}
