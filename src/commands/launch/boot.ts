import type * as StrapiModule from '@strapi/strapi';
import type { Core } from '@strapi/strapi';

import type { House } from './housekeeping';
import { DIST, ROOT } from './paths';

/** Log-ins that the demo estate was given in this very start; they are shown once and stored nowhere. */
export type DemoLogin = { role: string; email: string; password: string };

/** An office that is loaded, and how to close it before the house is. */
export type LoadedOffice = { strapi: Core.Strapi; close: () => Promise<void> };

/**
 * Loads the compiled office, without listening yet, and closes it when the house is closed. Strapi's own
 * answer to Ctrl-C ends the process at once, before the database has been stopped: it is taken away.
 */
export async function loadOffice(house: House, { panel }: { panel: boolean }): Promise<LoadedOffice> {
  // Strapi takes a second to read in, and a start that is refused should not wait for it.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { createStrapi } = require('@strapi/strapi') as typeof StrapiModule;
  const strapi = withoutItsSignals(() =>
    createStrapi({ appDir: ROOT, distDir: DIST, autoReload: false, serveAdminPanel: panel }),
  );
  const close = house.onClose(() => strapi.destroy());
  await strapi.load();
  return { strapi, close };
}

/**
 * Removes the listeners that `create` adds, and only those: a signal that has arrived while a listener was
 * being taken away and put back would be lost.
 */
function withoutItsSignals<T>(create: () => T): T {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const before = signals.map((signal) => process.listeners(signal));
  const created = create();
  for (const [index, signal] of signals.entries()) {
    for (const listener of process.listeners(signal)) {
      if (!before[index]?.includes(listener)) process.removeListener(signal, listener);
    }
  }
  return created;
}

/** Takes the demo log-ins over from the office; a second look finds none. */
export function takeDemoLogins(): DemoLogin[] {
  const shared = globalThis as { __guanjiaDemoLogins?: DemoLogin[] };
  const logins = shared.__guanjiaDemoLogins ?? [];
  delete shared.__guanjiaDemoLogins;
  return logins;
}
