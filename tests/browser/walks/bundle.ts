import { gzipSync } from 'node:zlib';

import type { Walk } from '../walk';

/** The same of Strapi's own panel, with nothing of ours in it: `npm run test:browser -- bundle --stock` tells. */
const STOCK_KB = 1735;
const MOST_GROWTH = 0.25;

/** What the first page loads in scripts, against what Strapi's own loads. */
export async function bundle(walk: Walk): Promise<void> {
  const page = await walk.open();
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (/\.m?js(\?|$)/.test(response.url())) bodies.push(response.body());
  });
  await walk.go(page, 'auth/login');
  await page.locator('button[type=submit]').waitFor({ timeout: 30_000 });
  await page.waitForLoadState('networkidle');
  const kilobytes = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0) / 1024;
  const growth = kilobytes / STOCK_KB - 1;
  walk.note(
    `scripts of the first page: ${kilobytes.toFixed(0)} kB, ${(growth * 100).toFixed(1)} % over stock`,
  );
  if (growth > MOST_GROWTH) walk.fault(`the first page has grown by ${(growth * 100).toFixed(1)} %`);
}
