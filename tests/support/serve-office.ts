import type { AddressInfo } from 'node:net';
import { createStrapi } from '@strapi/strapi';

import { ROOT } from '../../src/commands/launch/paths';
import type { Opened } from './office-process';

const USER = { email: 'chief@test.example', password: 'Test-pass-1234' };

/** Opens an office in this process and tells the one who started it where, and whatever it failed to handle. */
async function main(server: string): Promise<void> {
  const strapi = createStrapi({ appDir: ROOT, distDir: server, serveAdminPanel: false, autoReload: false });
  await strapi.load();
  strapi.server.mount();
  await new Promise<void>((resolve) => strapi.server.httpServer.listen(0, '127.0.0.1', resolve));
  for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
    process.on(event, (fault: unknown) =>
      process.send?.({
        fault: `${event}: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`,
      }),
    );
  }
  const role = (await strapi.service('admin::role').getSuperAdmin()) as { id: number };
  await strapi.service('admin::user').create({
    ...USER,
    firstname: 'Chief',
    isActive: true,
    registrationToken: null,
    roles: [role.id],
  });
  const token = (await strapi.service('admin::api-token').create({
    name: 'everything',
    description: '',
    type: 'full-access',
    lifespan: null,
  })) as { accessKey: string };
  const opened: Opened = {
    url: `http://127.0.0.1:${(strapi.server.httpServer.address() as AddressInfo).port}`,
    user: USER,
    apiToken: token.accessKey,
    routes: strapi.server
      .listRoutes()
      .flatMap(({ methods, path }) => methods.map((method: string) => ({ method, path }))),
    types: Object.values(strapi.contentTypes).map(({ uid, kind, info, attributes }) => ({
      uid,
      kind,
      plural: info.pluralName,
      attributes: attributes as never,
    })),
    components: Object.fromEntries(
      Object.values(strapi.components).map(({ uid, attributes }) => [uid, attributes as never]),
    ),
  };
  process.send?.({ opened });
}

main(String(process.argv[2])).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
