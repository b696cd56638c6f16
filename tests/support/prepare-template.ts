import { createStrapi } from '@strapi/strapi';

import { ROOT } from '../../src/commands/launch/paths';

/**
 * Boots the office on an empty database, which creates its tables and loads what every office has; and once more, as on any
 * later start, which finds what the first had not yet when it looked.
 */
async function main(server: string): Promise<void> {
  for (const _start of ['first', 'second']) {
    const strapi = createStrapi({ appDir: ROOT, distDir: server, serveAdminPanel: false, autoReload: false });
    await strapi.load();
    // Strapi follows up its own writes in the background; what the closing pool cuts off there is not ours to finish.
    process.on('unhandledRejection', (error) => {
      if (!(error instanceof Error) || error.message !== 'aborted') throw error;
    });
    await strapi.destroy();
  }
}

main(String(process.argv[2])).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
