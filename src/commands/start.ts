import { loadOffice, takeDemoLogins } from './launch/boot';
import { buildPanel, buildServer, whatIsStale } from './launch/build';
import { checkDatabase } from './launch/check-database';
import { addressFrom, checkPort, checkWritable } from './launch/checks';
import { bundledDataExist, claimData, isBundled, openBundled } from './launch/database';
import { runToTheEnd, type House } from './launch/housekeeping';
import { CACHE, DATA } from './launch/paths';
import { ensureSecrets, loadEnvironment } from './launch/secrets';
import { countSteps } from './launch/steps';
import { welcome } from './launch/welcome';

/**
 * `npm start`: opens the office on a machine that may have nothing but Node. Whatever could prevent it is
 * looked at before anything long is begun.
 */
async function start(house: House): Promise<void> {
  loadEnvironment();
  const { env } = process;
  env['NODE_ENV'] = 'production';
  const bundled = isBundled(env);
  // Invented people belong into the database we bring along, not into one that somebody has given us.
  env['GUANJIA_DEMO'] ??= bundled ? 'auto' : 'off';
  const address = addressFrom(env);
  const { LOG_LEVEL: level = 'info' } = env;
  // While the door is opened only what needs attention is logged; the steps tell the rest.
  env['LOG_LEVEL'] ??= 'warn';
  const steps = countSteps(5);
  let tell: ReturnType<typeof claimData> | undefined;

  await steps.run({ zh: '检查环境', en: 'checks' }, async () => {
    for (const folder of bundled ? [DATA, CACHE] : [CACHE]) checkWritable(folder);
    if (bundled) tell = claimData(house, 'opening');
    await checkPort(address);
    if (!bundled) await checkDatabase(env);
    ensureSecrets({ dataExist: bundled && bundledDataExist() });
  });
  house.check();

  const database = bundled
    ? { zh: '自带的 PostgreSQL', en: 'bundled PostgreSQL' }
    : { zh: 'DATABASE_URL 的数据库', en: 'database of DATABASE_URL' };
  await steps.run(database, async () => {
    if (bundled) await openBundled(house);
  });
  house.check();

  const stale = whatIsStale();
  await steps.run({ zh: '服务', en: 'server' }, async () => {
    if (stale.server) await buildServer(house.signal);
  });
  const panel = stale.panel
    ? { zh: '建面板，约需一两分钟', en: 'panel, a minute or two' }
    : { zh: '面板', en: 'panel' };
  await steps.run(panel, async () => {
    if (stale.panel) await buildPanel(house.signal);
  });
  house.check();

  const { strapi } = await steps.run(
    { zh: '开门：数据表、制度、资料', en: 'opening: tables, policy, data' },
    () => loadOffice(house, { panel: true }),
  );
  house.check();
  await checkPort(address);
  await strapi.start();
  tell?.('office');
  strapi.log.level = level;

  const { PUBLIC_URL: publicUrl = '', ADMIN_PATH: panelPath = '/admin' } = env;
  process.stdout.write(`${welcome({ address, publicUrl, panelPath, logins: takeDemoLogins() })}\n`);
  await house.untilStopped();
}

runToTheEnd(start);
