import type { Core } from '@strapi/strapi';
import type { Runner } from 'graphile-worker';
import type { PoolConfig } from 'pg';
import type { CaseDefinition } from '../rules/cases/types';
import { assertAnswered } from './asks';
import { ensureConstraints } from './constraints';
import { openPool } from './db';
import { registerPanelDoor } from './door/panel';
import { guardDocuments } from './guard/documents';
import { guardDrafts } from './guard/drafts';
import { guardEmergencyRules } from './guard/emergency-rules';
import { guardOwnerships } from './guard/ownerships';
import { guardPolicy } from './guard/policy';
import { guardRings } from './guard/rings';
import { guardStaff } from './guard/staff';
import { guardWarranty } from './guard/warranty';
import { composeHeadersOnce } from './lane/headers';
import { boundCounts } from './scope/counts';
import { guardScope } from './scope/guard';
import { linkKey } from './links/token';
import { openNews } from './news';
import { officeOf, offices, setOffice, type Office } from './office';
import { policyShelf } from './policy';
import { ensureFindIndexes } from './find-indexes';
import { masked, seal } from './privacy';
import { tableOf, uidOf } from './tables';
import { BATCHES_UNDER_WAY } from './together';
import { startWakeUps, type WakeUpLoop } from './wakeups';
import { prepareWorker, startWorker } from './worker';

const declared = new WeakMap<Core.Strapi, CaseDefinition[]>();

/** Tells the engine of a case type; called by each one's `src/api/<name>/index.ts` when it registers. */
export function declareCase(strapi: Core.Strapi, definition: CaseDefinition): void {
  declared.set(strapi, [...(declared.get(strapi) ?? []), definition]);
}

const definitionsOf = (strapi: Core.Strapi): readonly CaseDefinition[] => declared.get(strapi) ?? [];

/** The content types that the engine alone writes. */
export const caseUids = (strapi: Core.Strapi): string[] =>
  definitionsOf(strapi).map(({ type }) => uidOf(type));

/**
 * Puts the engine in front of Strapi's own ways of writing and opens the panel's door. Called from `register`. Throws
 * when the key of the links is missing.
 */
export function registerEngine(strapi: Core.Strapi): void {
  linkKey();
  const caseTypes = definitionsOf(strapi).map(({ type }) => type);
  boundCounts(strapi);
  guardScope(strapi, caseTypes);
  guardDocuments(strapi, caseTypes);
  guardStaff(strapi);
  guardRings(strapi);
  guardDrafts(strapi);
  guardPolicy(strapi);
  guardOwnerships(strapi);
  guardEmergencyRules(strapi);
  guardWarranty(strapi);
  registerPanelDoor(strapi);
  composeHeadersOnce(strapi);
}

/** Opens the engine on the database that Strapi has brought up to date. Called from `bootstrap`. */
export async function openEngine(strapi: Core.Strapi): Promise<Office> {
  if (new Date().getTimezoneOffset() !== 0) {
    throw new Error("Moments are stored in the process's local time: run it with TZ=UTC");
  }
  const definitions = definitionsOf(strapi);
  const connection = strapi.config.get<PoolConfig>('database.connection.connection');
  const pool = openPool({
    ...connection,
    max: strapi.config.get<number>('office.poolMax'),
  });
  const locks = openPool({ ...connection, max: BATCHES_UNDER_WAY });
  await ensureConstraints(strapi, pool, definitions);
  await ensureFindIndexes(pool);
  await prepareWorker(pool);
  const timeZone = strapi.config.get<string>('office.timeZone');
  const office: Office = {
    strapi,
    pool,
    locks,
    policy: policyShelf(strapi, pool, timeZone),
    timeZone,
    definitions: new Map(definitions.map((definition) => [definition.type, definition])),
    tables: new Map(definitions.map(({ type }) => [type, tableOf(strapi, type)])),
    now: Date.now,
    news: openNews({ connection, log: strapi.log }),
    privacy: { seal, masked },
  };
  assertAnswered(office);
  setOffice(strapi, office);
  return office;
}

interface Background {
  readonly wakeUps: WakeUpLoop;
  readonly worker: Runner;
}

const running = new WeakMap<Core.Strapi, Background>();

/** Starts what the office does by itself, unless it is switched off: the wake-up loop and the worker. */
export async function startBackground(strapi: Core.Strapi): Promise<void> {
  if (!strapi.config.get<boolean>('office.background')) return;
  const office = officeOf(strapi);
  running.set(strapi, { wakeUps: startWakeUps(office), worker: await startWorker(office) });
}

/** Stops what runs by itself, lets it finish what it is at, and closes the engine's connections. */
export async function closeEngine(strapi: Core.Strapi): Promise<void> {
  const background = running.get(strapi);
  running.delete(strapi);
  await background?.wakeUps.stop();
  await background?.worker.stop();
  const office = offices.get(strapi);
  await office?.news.close();
  await Promise.all([office?.pool.end(), office?.locks.end()]);
}
