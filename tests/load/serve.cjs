'use strict';

/**
 * A server of its own process: `serve.cjs <appDir> <distDir>`. Says `{ready, port, token}` when it listens, answers
 * `{id, ask}` of its parent with `{id, answer}`, and ends when its parent does. Runs compiled code only.
 */
const path = require('node:path');

const [appDir, distDir] = process.argv.slice(2);
const { createStrapi } = require(require.resolve('@strapi/strapi', { paths: [appDir] }));

async function open() {
  const strapi = createStrapi({ appDir, distDir, serveAdminPanel: false, autoReload: false });
  await strapi.load();
  strapi.server.mount();
  await new Promise((resolve, reject) => {
    strapi.server.httpServer.once('error', reject);
    strapi.server.httpServer.listen(0, '127.0.0.1', resolve);
  });
  const { accessKey } = await strapi.service('admin::api-token-content-api').create({
    name: `bench ${Date.now()}`,
    description: '',
    kind: 'content-api',
    type: 'full-access',
    lifespan: null,
  });
  return { strapi, token: accessKey };
}

/** What the parent may ask of our office, beside what it may ask of any server. */
const ours = (strapi) => {
  const engine = (name) => require(path.join(distDir, 'src', 'engine', name));
  const office = () => engine('office').officeOf(strapi);
  let loop;
  return {
    wakeUp: async ({ now = Date.now() } = {}) => {
      const before = performance.now();
      const handled = await engine('wakeups').wakeUp(office(), now);
      return { handled, took: performance.now() - before };
    },
    startWakeUps: () => {
      loop = engine('wakeups').startWakeUps(office());
    },
    stopWakeUps: () => loop.stop(),
    verify: () => engine('chain').verifyChains(office()),
  };
};

/** Processor time that this process has used, milliseconds. */
const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

open().then(
  ({ strapi, token }) => {
    const answers = { cpu, ...ours(strapi) };
    process.on('message', async ({ id, ask, with: given }) => {
      try {
        process.send({ id, answer: await answers[ask](given) });
      } catch (error) {
        process.send({ id, error: String(error.stack) });
      }
    });
    process.on('disconnect', () => process.exit(0));
    process.send({ ready: true, port: strapi.server.httpServer.address().port, token });
  },
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
