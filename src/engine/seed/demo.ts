import type { Core } from '@strapi/strapi';
import { buildEstate } from './demo/estate';
import { staffTheOffice, type DemoLogin } from './demo/people';
import { uidOf } from '../tables';
import { settled } from './records';

export type { DemoLogin } from './demo/people';

/**
 * Builds the demo estate — two communities with their people, and an office staffed for every post — when
 * there is no community yet, and gives back the log-ins it made: none when there was nothing to do.
 * Passwords are random and kept nowhere; whoever calls this shows them once.
 */
export async function loadDemo(strapi: Core.Strapi): Promise<DemoLogin[]> {
  const logins = await strapi.db.transaction(async ({ trx }) => {
    await trx.raw("SELECT pg_advisory_xact_lock(hashtext('guanjia.policy'))");
    if ((await strapi.db.query(uidOf('community')).count()) > 0) return null;
    const { logins: made, staff } = await staffTheOffice(strapi);
    await buildEstate(strapi, staff, new Date().toISOString().slice(0, 10));
    return made;
  });
  if (!logins) return [];
  await settled(strapi);
  return [...logins];
}
