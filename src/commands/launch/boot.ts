import { createStrapi, type Core } from '@strapi/strapi';

import type { House } from './housekeeping';
import { DIST, ROOT } from './paths';

/** Log-ins that the demo estate was given in this very start; they are shown once and stored nowhere. */
export type DemoLogin = { role: string; email: string; password: string };

/**
 * Loads the compiled office, without listening yet, and closes it when the house is closed. Strapi's own
 * answer to Ctrl-C ends the process at once, before the database has been stopped: it is taken away.
 */
export async function loadOffice(house: House, { panel }: { panel: boolean }): Promise<Core.Strapi> {
  const strapi = createStrapi({ appDir: ROOT, distDir: DIST, autoReload: false, serveAdminPanel: panel });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeAllListeners(signal);
  house.listen();
  house.onClose(() => strapi.destroy());
  return strapi.load();
}

/** Takes the demo log-ins over from the office; a second look finds none. */
export function takeDemoLogins(): DemoLogin[] {
  const shared = globalThis as { __guanjiaDemoLogins?: DemoLogin[] };
  const logins = shared.__guanjiaDemoLogins ?? [];
  delete shared.__guanjiaDemoLogins;
  return logins;
}
