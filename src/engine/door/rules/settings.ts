import type { Core } from '@strapi/strapi';
import { asIfSaved, officeUnder, type Draft } from '../../imagine';
import type { Office } from '../../office';
import { readPolicy } from '../../policy';
import { uidOf } from '../../tables';

export type Row = Readonly<Record<string, unknown>>;

/** The office as it is set up, or as it would be, and the row that is looked at. */
export interface Setting {
  readonly office: Office;
  /** null for one that is not there. */
  readonly row: Row | null;
}

/** What is read along with a row that is looked at for itself. */
const BESIDE: Readonly<Record<string, object>> = {
  'work-calendar': { spans: true, days: true },
};

async function rowOf(strapi: Core.Strapi, type: string, documentId: string): Promise<Row | null> {
  return (await strapi.db
    .query(uidOf(type))
    .findOne({ where: { documentId }, populate: BESIDE[type] ?? {} })) as Row | null;
}

/** As everything is saved now. */
export async function settingAsSaved(
  office: Office,
  type: string,
  documentId: string | null,
): Promise<Setting> {
  return { office, row: documentId === null ? null : await rowOf(office.strapi, type, documentId) };
}

/** As it would be with the draft saved; nothing is. Throws what saving it would. */
export async function settingWith(office: Office, type: string, draft: Draft): Promise<Setting> {
  const { strapi, timeZone } = office;
  const { revision } = await office.policy.current(office.pool);
  return asIfSaved(strapi, draft, async (documentId) => {
    const policy = await readPolicy(strapi, revision, timeZone);
    return { office: officeUnder(office, policy), row: await rowOf(strapi, type, documentId) };
  });
}
