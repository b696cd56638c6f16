import type { Core } from '@strapi/strapi';
import { buildEstate } from './demo/estate';
import { replayHoldings } from './demo/holdings';
import { staffTheOffice, type DemoLogin } from './demo/people';
import { hangUpKeys } from './demo/keys';
import { replayRequests } from './demo/requests';
import { uidOf } from '../tables';
import { settled } from './records';

export type { DemoLogin } from './demo/people';

/**
 * Builds the demo estate — two communities with their people, an office staffed for every post and the requests
 * of its last days — when there is no community yet, and gives back the log-ins it made: none when there
 * was nothing to do. Needs the engine open. Passwords are random and kept nowhere; whoever calls this shows
 * them once.
 */
export async function loadDemo(strapi: Core.Strapi): Promise<DemoLogin[]> {
  const made = await strapi.db.transaction(async ({ trx }) => {
    await trx.raw("SELECT pg_advisory_xact_lock(hashtext('guanjia.policy'))");
    if ((await strapi.db.query(uidOf('community')).count()) > 0) return null;
    const staffing = await staffTheOffice(strapi);
    await buildEstate(strapi, staffing.staff, new Date().toISOString().slice(0, 10));
    return staffing;
  });
  if (!made) return [];
  await settled(strapi);
  try {
    await replayRequests(strapi, made.staff);
    await hangUpKeys(strapi, made.staff);
    await replayHoldings(strapi);
  } catch (error) {
    // The estate stands, and its passwords are nowhere but here: they must still be shown.
    strapi.log.error(`The demo estate has not all of its requests: ${(error as Error).message}`);
  }
  return [...made.logins];
}
