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
  const steps = countSteps(4);
  let tell: ReturnType<typeof claimData> | undefined;

  await steps.run({ zh: '检查环境', en: 'checks' }, async () => {
    for (const folder of bundled ? [DATA, CACHE] : [CACHE]) checkWritable(folder);
    if (bundled) tell = claimData(house, 'opening');
    await checkPort(address);
    if (!bundled) await checkDatabase(env);
    ensureSecrets({ dataExist: bundled && bundledDataExist() });
  });
  house.check();

  if (bundled)
    await steps.run({ zh: '启动自带的 PostgreSQL', en: 'bundled PostgreSQL' }, () => openBundled(house));
  else await steps.run({ zh: '使用 DATABASE_URL', en: 'database of your own' }, () => Promise.resolve());
  house.check();

  const stale = whatIsStale();
  if (stale.panel) {
    const what = { zh: '建面板和服务（首次约两分钟）', en: 'building panel and server, about two minutes' };
    await steps.run(what, () => buildPanel(house.signal));
  } else if (stale.server) {
    await steps.run({ zh: '编译服务', en: 'compiling the server' }, () => buildServer(house.signal));
  } else {
    await steps.run({ zh: '面板和服务已是最新', en: 'panel and server are up to date' }, () =>
      Promise.resolve(),
    );
  }
  house.check();

  const strapi = await steps.run(
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
