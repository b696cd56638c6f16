import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright-core';

/*
 * Walks through the panel of a running office in a real browser: log-in, home, the list of tickets, a
 * ticket with its side panels, and the form of every action open to the user. Leaves a picture of each
 * and says what is wrong: a page error, a text without its translation, a clock that does not move.
 *
 *   npx tsx tests/browser/panel.ts --url http://localhost:1337 --email E --password P [--type ticket]
 *     [--find TEXT-IN-THE-ROW] [--out tests/output/panel] [--chromium /usr/bin/chromium]
 */

const { values: options } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:1337' },
    email: { type: 'string', default: process.env.PANEL_EMAIL ?? '' },
    password: { type: 'string', default: process.env.PANEL_PASSWORD ?? '' },
    type: { type: 'string', default: 'ticket' },
    find: { type: 'string', default: '' },
    out: { type: 'string', default: join(__dirname, '..', 'output', 'panel') },
    chromium: { type: 'string', default: '/usr/bin/chromium' },
  },
});

const faults: string[] = [];
let pictures = 0;

async function picture(page: Page, name: string): Promise<void> {
  pictures += 1;
  const file = join(options.out, `${String(pictures).padStart(2, '0')}-${name}.png`);
  await page.screenshot({ path: file });
  console.log(`  ${file}`);
}

/** Ids of our own texts that were not found are shown as they are: 'guanjia.…', 'content-manager.…'. */
async function lookForBareIds(page: Page, where: string): Promise<void> {
  const text = await page.locator('body').innerText();
  const bare = text.match(/(?<![@\w])(?:guanjia|content-manager|components|containers|global)\.[\w.-]+/g);
  for (const id of new Set(bare ?? [])) faults.push(`${where}: no text for ${id}`);
}

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle', { timeout: 15_000 }).catch(() => undefined);
  await page.waitForTimeout(500);
}

async function logIn(page: Page): Promise<void> {
  await page.goto(`${options.url}/admin/auth/login`);
  await page.locator('input[name=email]').waitFor({ timeout: 60_000 });
  await settled(page);
  await picture(page, 'login');
  await page.locator('input[name=email]').fill(options.email);
  await page.locator('input[name=password]').fill(options.password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((url) => !url.pathname.includes('/auth/'), { timeout: 30_000 });
  await settled(page);
  await picture(page, 'home');
  await lookForBareIds(page, 'home');
}

async function openFirst(page: Page): Promise<void> {
  const list = `/admin/content-manager/collection-types/api::${options.type}.${options.type}`;
  await page.goto(`${options.url}${list}`);
  await page.locator('table tbody tr').first().waitFor({ timeout: 30_000 });
  await settled(page);
  await picture(page, 'list');
  await lookForBareIds(page, 'list');
  await page.locator('table tbody tr').filter({ hasText: options.find }).first().click();
  await page.locator('[data-panel=actions]').waitFor({ timeout: 30_000 });
  await settled(page);
  await picture(page, options.type);
  await lookForBareIds(page, options.type);
}

async function watchTheClocks(page: Page): Promise<void> {
  const timer = page.locator('[role=timer]').first();
  if ((await timer.count()) === 0) return;
  const before = await timer.innerText();
  await page.waitForTimeout(2100);
  const after = await timer.innerText();
  if (before === after) faults.push(`a clock stands still at "${before}"`);
}

async function openTheForms(page: Page): Promise<void> {
  const buttons = page.locator('[data-panel=actions] button[data-action]');
  for (let index = 0; index < (await buttons.count()); index += 1) {
    const button = buttons.nth(index);
    const name = (await button.getAttribute('data-action')) ?? String(index);
    await button.click();
    await page.locator(`[data-dialog="${name}"]`).waitFor({ timeout: 5000 });
    await settled(page);
    await picture(page, `form-${name}`);
    await lookForBareIds(page, `form ${name}`);
    await page.keyboard.press('Escape');
    await page.locator(`[data-dialog="${name}"]`).waitFor({ state: 'detached', timeout: 5000 });
  }
}

async function walk(browser: Browser): Promise<void> {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 1000 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    const refused = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !refused) faults.push(`console: ${message.text().slice(0, 300)}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
  });
  await logIn(page);
  await openFirst(page);
  await watchTheClocks(page);
  await openTheForms(page);
}

async function main(): Promise<void> {
  mkdirSync(options.out, { recursive: true });
  const browser = await chromium.launch({
    executablePath: options.chromium,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--lang=zh-CN'],
  });
  try {
    await walk(browser);
  } finally {
    await browser.close();
  }
  for (const fault of faults) console.log(`✗ ${fault}`);
  console.log(faults.length === 0 ? `✓ ${pictures} pictures, nothing wrong` : `${faults.length} faults`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

void main();
