import type { Core } from '@strapi/strapi';

import { loadOffice } from './boot';
import { checkDatabase } from './check-database';
import { checkWritable } from './checks';
import { bundledDataExist, claimData, isBundled, openBundled, shareBundled } from './database';
import { keepHouseOrEnd, type House } from './housekeeping';
import { CACHE, DATA } from './paths';
import { openScratch } from './scratch';
import { ensureSecrets, loadEnvironment } from './secrets';
import { countSteps, silentSteps, type Steps } from './steps';

export type WithOfficeOptions = {
  /** Says nothing about progress. What is said goes to the error output either way. */
  quiet?: boolean;
  /** Works on an empty database of its own, which is dropped afterwards; the office's data are not touched. */
  scratch?: boolean;
};

/**
 * Runs `work` on the office of this folder, for commands: the database of DATABASE_URL, or the bundled one,
 * which is shared with an office that is open and otherwise started and stopped again. No door is opened:
 * nothing listens, and clocks and background work are left to the office proper.
 *
 * When there is no office to be had (another command is running, no database, Ctrl-C), one sentence says so
 * and the process ends; what `work` throws is thrown.
 * @returns what `work` gives.
 */
export async function withOffice<T>(
  work: (strapi: Core.Strapi) => Promise<T>,
  { quiet = false, scratch = false }: WithOfficeOptions = {},
): Promise<T> {
  const steps = quiet ? silentSteps : countSteps(2);
  return keepHouseOrEnd(async (house) => work(await openForCommand(house, { steps, scratch, quiet })));
}

type Opening = { steps: Steps; scratch: boolean; quiet: boolean };

async function openForCommand(house: House, { steps, scratch, quiet }: Opening): Promise<Core.Strapi> {
  loadEnvironment();
  const { env } = process;
  env['TZ'] = 'UTC';
  env['NODE_ENV'] ??= 'production';
  env['STRAPI_TELEMETRY_DISABLED'] = 'true';
  env['GUANJIA_BACKGROUND'] = 'off';
  env['GUANJIA_DEMO'] ??= 'off';
  env['LOG_LEVEL'] ??= quiet ? 'error' : 'warn';

  checkWritable(CACHE);
  await steps.run({ zh: '数据库', en: 'database' }, async () => {
    await openDatabase(house);
    if (scratch) await openScratch(house);
  });
  house.check();
  const { strapi } = await steps.run({ zh: '打开办公室', en: 'opening the office' }, () =>
    loadOffice(house, { panel: false }),
  );
  return strapi;
}

async function openDatabase(house: House): Promise<void> {
  const bundled = isBundled(process.env);
  if (!bundled) await checkDatabase(process.env);
  else if (!shareBundled(house)) {
    checkWritable(DATA);
    claimData(house, 'command');
  }
  ensureSecrets({ dataExist: bundled && bundledDataExist() });
  if (isBundled(process.env)) await openBundled(house);
}
