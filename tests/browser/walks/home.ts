import type { Walk } from '../walk';

const WIDGETS = ['my-work', 'clocks', 'promises', 'visits', 'quality'];

/** Looks at the home page: are its widgets there, do they fit, are charts drawn, does a number open its list. */
export async function home(walk: Walk): Promise<void> {
  await lookAt(walk, { name: 'wide', width: 1280 });
  await lookAt(walk, { name: 'phone', width: 390 });
  await lookAt(walk, { name: 'dark', width: 1280, dark: true });
}

type Look = { name: string; width: number; dark?: boolean };

async function lookAt(walk: Walk, { name, width, dark = false }: Look): Promise<void> {
  const page = await walk.open({ viewport: { width, height: 900 }, colorScheme: dark ? 'dark' : 'light' });
  await page.addInitScript((theme) => localStorage.setItem('STRAPI_THEME', theme), dark ? 'dark' : 'light');
  await walk.logIn(page, 'director');
  for (const widget of WIDGETS)
    await page
      .locator(`[data-strapi-widget-id$="guanjia-${widget}"]`)
      .waitFor({ timeout: 20_000 })
      .catch(() => walk.fault(`${name}: no widget ${widget}`));
  await page.locator('[data-chart] svg').first().waitFor({ timeout: 10_000 });
  await page.waitForTimeout(1500);
  const charts = await page.locator('[data-chart]').count();
  const drawn = await page.locator('[data-chart] svg').count();
  if (charts !== drawn) walk.fault(`${name}: ${drawn} of ${charts} charts are drawn`);
  await walk.lookForOverhang(page, name);
  await walk.lookForBareIds(page, name);
  await walk.lookWithAxe(page, name);
  await walk.picture(page, name, { whole: true });
  const number = page.locator('[data-list]').first();
  if ((await number.count()) > 0) {
    await number.click();
    await page.locator('[data-home=records] a').first().waitFor({ timeout: 10_000 });
    // The dialog fades in.
    await page.waitForTimeout(500);
    await walk.picture(page, `${name}-list`);
    await walk.lookWithAxe(page, `${name}, the list behind a number`, '[role=dialog]');
  }
  await page.context().close();
}
