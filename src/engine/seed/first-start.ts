import type { Core } from '@strapi/strapi';
import { loadDemo, type DemoLogin } from './demo';

/**
 * On the very first start of an office that asks for it (GUANJIA_DEMO=auto), builds the demo estate and hands its
 * log-ins to the launcher, which prints them once; they are kept nowhere else.
 */
export async function showDemo(strapi: Core.Strapi): Promise<void> {
  if (!strapi.config.get<boolean>('office.demo')) return;
  const logins = await loadDemo(strapi);
  if (logins.length > 0) (globalThis as { __guanjiaDemoLogins?: DemoLogin[] }).__guanjiaDemoLogins = logins;
}
