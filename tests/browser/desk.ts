import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright-core';

/*
 * Takes a call at the front desk of a running office in a real browser, by keyboard alone, and says how long it took:
 * find the home, say what is wrong, take the suggested category, save, next call. Leaves pictures on a wide and a narrow
 * screen and says what is wrong: a page error, a text without its translation, a key that does not do its work.
 *
 *   npx tsx tests/browser/desk.ts --url http://localhost:1337 --email E --password P [--find 501]
 *     [--matter 厨房水管漏水] [--out tests/output/desk] [--chromium /usr/bin/chromium]
 */

const { values: options } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:1337' },
    email: { type: 'string', default: process.env.PANEL_EMAIL ?? '' },
    password: { type: 'string', default: process.env.PANEL_PASSWORD ?? '' },
    find: { type: 'string', default: '501' },
    matter: { type: 'string', default: '厨房下水道堵塞，返水了' },
    out: { type: 'string', default: join(__dirname, '..', 'output', 'desk') },
    chromium: { type: 'string', default: '/usr/bin/chromium' },
  },
});

const ONE_MINUTE = 60_000;
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 390, height: 844 };

const faults: string[] = [];

async function pictures(page: Page, name: string): Promise<void> {
  for (const [screen, size] of Object.entries({ wide: WIDE, narrow: NARROW })) {
    await page.setViewportSize(size);
    await page.waitForTimeout(300);
    await page.screenshot({ path: join(options.out, `${name}-${screen}.png`), fullPage: true });
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (over > 0) faults.push(`${name} on a ${screen} screen: ${over} px stick out`);
  }
  await page.setViewportSize(WIDE);
  const text = await page.locator('body').innerText();
  for (const id of new Set(text.match(/(?<![@\w])guanjia\.[\w.-]+/g) ?? []))
    faults.push(`${name}: no text for ${id}`);
}

async function logIn(page: Page): Promise<void> {
  await page.goto(`${options.url}/admin/auth/login`);
  await page.locator('input[name=email]').fill(options.email, { timeout: 60_000 });
  await page.locator('input[name=password]').fill(options.password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((url) => !url.pathname.includes('/auth/'), { timeout: 30_000 });
  await page.locator('nav a[href$="/intake"]').first().waitFor({ timeout: 15_000 });
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at?.closest('[data-field]')?.getAttribute('data-field') ?? at?.tagName.toLowerCase() ?? '';
  });

async function expectFocus(page: Page, field: string, when: string): Promise<void> {
  const now = await focused(page);
  if (now !== field) faults.push(`${when}: the focus is on ${now}, not on ${field}`);
}

async function takeCall(page: Page): Promise<void> {
  await page.goto(`${options.url}/admin/intake`);
  await page.locator('[data-desk=call]').waitFor({ timeout: 60_000 });
  await expectFocus(page, 'caller', 'at the beginning');
  await pictures(page, '1-empty');

  const began = Date.now();
  await page.keyboard.type(options.find, { delay: 40 });
  await page.locator('[role=option]').first().waitFor({ timeout: 10_000 });
  const searched = Date.now() - began;
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await pictures(page, '2-found');
  await page.keyboard.press('Enter');
  await expectFocus(page, 'matter', 'after choosing the caller');
  await page.locator('[data-card=about]').waitFor({ timeout: 10_000 });
  await page.keyboard.type(options.matter, { delay: 40 });
  await page.locator('[data-suggestion="1"]').waitFor({ timeout: 10_000 });
  await page.keyboard.press('Alt+1');
  await page.locator('[data-suggestion="1"][aria-pressed=true]').waitFor({ timeout: 5_000 });
  await page.locator('[data-promise]').first().waitFor({ timeout: 10_000 });
  await page.waitForTimeout(600);
  await pictures(page, '3-preview');
  await page.keyboard.press('Control+Enter');
  await page.locator('[data-number]').waitFor({ timeout: 15_000 });
  const took = Date.now() - began;
  console.log(
    `  found after ${searched} ms, saved ${await page.locator('[data-number]').innerText()} after ${took} ms`,
  );
  if (took > ONE_MINUTE) faults.push(`the call took ${took} ms`);
  await pictures(page, '4-saved');

  await page.keyboard.press('Enter');
  await page.locator('[data-desk=call]').waitFor({ timeout: 5_000 });
  await page.waitForTimeout(200);
  await expectFocus(page, 'caller', 'at the next call');
}

/** An emergency for the same home: shown with its reason; Esc clears, and what was cleared comes back. */
async function clearAndBack(page: Page): Promise<void> {
  await page.keyboard.press('Enter');
  await expectFocus(page, 'matter', 'after Enter without a caller');
  await page.keyboard.type('电梯困人，快来', { delay: 20 });
  await page.locator('[data-emergency]').waitFor({ timeout: 10_000 });
  await pictures(page, '5-emergency');
  await page.keyboard.press('Escape');
  await page.waitForTimeout(200);
  if ((await page.locator('[data-field=matter] textarea').inputValue()) !== '')
    faults.push('Esc did not clear');
  await expectFocus(page, 'caller', 'after Esc');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(200);
  if ((await page.locator('[data-field=matter] textarea').inputValue()) === '')
    faults.push('what was cleared did not come back');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Enter');
  await page.waitForTimeout(1_000);
  await expectFocus(page, 'matter', 'after a refused save');
  await pictures(page, '6-refused');
}

async function walk(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: WIDE, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    const refused = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !refused) faults.push(`console: ${message.text().slice(0, 300)}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
  });
  await logIn(page);
  try {
    await takeCall(page);
    await clearAndBack(page);
  } catch (error) {
    faults.push(String(error).slice(0, 500));
    await page.screenshot({ path: join(options.out, 'broken.png'), fullPage: true });
  }
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
  console.log(faults.length === 0 ? '✓ nothing wrong' : `${faults.length} faults`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

void main();
