import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { loadOffice, takeDemoLogins } from './launch/boot';
import { buildServer, strapiCommand, whatIsStale } from './launch/build';
import { checkDatabase } from './launch/check-database';
import { addressFrom, checkPort, checkWritable } from './launch/checks';
import { bundledDataExist, claimData, isBundled, openBundled } from './launch/database';
import { runToTheEnd, type House } from './launch/housekeeping';
import { CACHE, DATA, ROOT } from './launch/paths';
import { endGroup } from './launch/process-group';
import { ensureSecrets, loadEnvironment } from './launch/secrets';
import { CannotStart } from './launch/sentences';
import { countSteps } from './launch/steps';
import { demoLogins } from './launch/welcome';

const PATIENCE = 10_000;

/** `npm run develop`: the same database and secrets as `npm start`, under Strapi's watch mode. */
async function develop(house: House): Promise<void> {
  loadEnvironment();
  const { env } = process;
  env['NODE_ENV'] = 'development';
  const bundled = isBundled(env);
  env['GUANJIA_DEMO'] ??= bundled ? 'auto' : 'off';
  // A new database brings log-ins of the demo estate, which are told by the process that makes them.
  const isNew = bundled && !bundledDataExist();
  const steps = countSteps(isNew ? 3 : 2);

  await steps.run({ zh: '检查环境', en: 'checks' }, async () => {
    for (const folder of bundled ? [DATA, CACHE] : [CACHE]) checkWritable(folder);
    if (bundled) claimData(house, 'office');
    await checkPort(addressFrom(env));
    if (!bundled) await checkDatabase(env);
    ensureSecrets({ dataExist: bundled && bundledDataExist() });
  });
  house.check();
  await steps.run({ zh: '数据库', en: 'database' }, () => (bundled ? openBundled(house) : Promise.resolve()));
  house.check();

  if (isNew) {
    await steps.run({ zh: '首次开门：数据表、制度、资料', en: 'first opening: tables, policy, data' }, () =>
      openOnce(house),
    );
    process.stdout.write(`${demoLogins(takeDemoLogins())}\n`);
    house.check();
  }

  const watcher = spawn(process.execPath, [strapiCommand(), 'develop'], {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = once(watcher, 'close');
  house.onClose(() => endGroup(watcher, PATIENCE));
  await Promise.race([ended, house.untilStopped()]);
  throw new CannotStart({
    zh: '开发服务自己停了，原因见上。',
    en: 'Watch mode has ended by itself; see above.',
  });
}

/** Opens the office without listening and closes it again: its database is ready then. */
async function openOnce(house: House): Promise<void> {
  const { env } = process;
  const { GUANJIA_BACKGROUND: background, LOG_LEVEL: level } = env;
  Object.assign(env, { GUANJIA_BACKGROUND: 'off', LOG_LEVEL: level ?? 'warn' });
  if (whatIsStale().server) await buildServer(house.signal);
  const { close } = await loadOffice(house, { panel: false });
  await close();
  for (const [name, value] of Object.entries({ GUANJIA_BACKGROUND: background, LOG_LEVEL: level })) {
    if (value === undefined) delete env[name];
    else env[name] = value;
  }
}

runToTheEnd(develop);
