import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

/*
 * Looks at the home page of a running office in a real browser, wide and on a telephone: are its widgets there, do they
 * fit, are charts drawn, does a number open its list. Leaves a picture of each and says what is wrong.
 *
 *   npx tsx tests/browser/home.ts --url http://localhost:1337 --email E --password P [--locale en]
 *     [--widgets my-work,clocks,promises,visits,quality] [--out tests/output/home] [--chromium /usr/bin/chromium]
 */

const { values: options } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:1337' },
    email: { type: 'string', default: process.env.PANEL_EMAIL ?? '' },
    password: { type: 'string', default: process.env.PANEL_PASSWORD ?? '' },
    locale: { type: 'string', default: 'zh-Hans' },
    widgets: { type: 'string', default: 'my-work,clocks,promises,visits,quality' },
    out: { type: 'string', default: join(__dirname, '..', 'output', 'home') },
    chromium: { type: 'string', default: '/usr/bin/chromium' },
  },
});

const faults: string[] = [];

async function lookAt(
  browser: Browser,
  { width, dark = false }: { width: number; dark?: boolean },
): Promise<void> {
  const name = `${options.email.split('@')[0]}-${width}${dark ? '-dark' : ''}`;
  const page = await browser.newPage({
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
  });
  page.on('pageerror', (error) => faults.push(`${name}: ${error.message}`));
  await page.addInitScript(
    ([locale, theme]) => {
      localStorage.setItem('strapi-admin-language', String(locale));
      localStorage.setItem('STRAPI_THEME', String(theme));
    },
    [options.locale, dark ? 'dark' : 'light'],
  );
  await page.goto(`${options.url}/admin/auth/login`);
  await page.locator('input[name=email]').fill(options.email, { timeout: 60_000 });
  await page.locator('input[name=password]').fill(options.password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((url) => !url.pathname.includes('/auth/'), { timeout: 30_000 });
  for (const widget of options.widgets.split(',').filter(Boolean))
    await page
      .locator(`[data-strapi-widget-id$="guanjia-${widget}"]`)
      .waitFor({ timeout: 20_000 })
      .catch(() => faults.push(`${name}: no widget ${widget}`));
  await page.waitForTimeout(2500);
  const charts = await page.locator('[data-chart]').count();
  const drawn = await page.locator('[data-chart] svg').count();
  if (charts !== drawn) faults.push(`${name}: ${drawn} of ${charts} charts are drawn`);
  console.log(`  ${name}: ${charts} charts`);
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (over > 0) faults.push(`${name}: ${over} pixels wider than the screen`);
  const text = await page.locator('#main-content').innerText();
  for (const id of new Set(text.match(/guanjia\.(?!example)[\w.-]+|home\.[\w.-]+/g) ?? []))
    faults.push(`${name}: no text for ${id}`);
  for (const [at, widget] of (await page.locator('[data-strapi-widget-id*="guanjia"]').all()).entries()) {
    await widget.scrollIntoViewIfNeeded();
    await widget.screenshot({ path: join(options.out, `${name}-widget-${at}.png`) });
  }
  await page.screenshot({ path: join(options.out, `${name}.png`) });
  const number = page.locator('[data-list]').first();
  if ((await number.count()) > 0) {
    await number.click();
    await page.locator('[data-home=records] a').first().waitFor({ timeout: 10_000 });
    // The dialog fades in.
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(options.out, `${name}-list.png`) });
  }
  await page.close();
}

async function walk(): Promise<void> {
  mkdirSync(options.out, { recursive: true });
  const browser = await chromium.launch({ executablePath: options.chromium, args: ['--no-sandbox'] });
  try {
    await lookAt(browser, { width: 1280 });
    await lookAt(browser, { width: 390 });
    await lookAt(browser, { width: 1280, dark: true });
  } finally {
    await browser.close();
  }
  for (const fault of faults) console.error(`✗ ${fault}`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}

void walk();
