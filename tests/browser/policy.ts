import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright-core';

/*
 * Looks at the pages on which managers configure a running office in a real browser: tries a target out, as saved and
 * with the form changed, and walks the year of the work calendar by keyboard. Leaves pictures on a wide and a narrow screen
 * and says what is wrong: a page error, a text without its translation, something that sticks out, an axe violation.
 *
 *   npx tsx tests/browser/policy.ts --url http://localhost:1337 --email E --password P [--axe path/to/axe.min.js]
 *     [--only target,calendar,fields,setup,onATelephone] [--locale zh-Hans] [--out tests/output/policy] [--chromium /usr/bin/chromium]
 */

const { values: options } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:1337' },
    email: { type: 'string', default: process.env.PANEL_EMAIL ?? '' },
    password: { type: 'string', default: process.env.PANEL_PASSWORD ?? '' },
    locale: { type: 'string', default: 'zh-Hans' },
    axe: { type: 'string', default: '' },
    only: { type: 'string', default: '' },
    out: { type: 'string', default: join(__dirname, '..', 'output', 'policy') },
    chromium: { type: 'string', default: '/usr/bin/chromium' },
  },
});

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 390, height: 844 };

const faults: string[] = [];

/** Which screen is looked at. */
let screen: 'wide' | 'narrow' = 'wide';

async function picture(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(options.out, `${name}-${screen}.png`) });
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (over > 0) faults.push(`${name} on a ${screen} screen: ${over} px stick out`);
  const text = await page.locator('body').innerText();
  for (const id of new Set(text.match(/(?<![@\w])guanjia\.[\w.-]+/g) ?? []))
    faults.push(`${name}: no text for ${id}`);
  await axe(page, name);
}

interface AxeResult {
  violations: { id: string; impact: string; nodes: { html: string }[] }[];
}

async function axe(page: Page, name: string): Promise<void> {
  if (!options.axe) return;
  // Past the page's content policy, which lets no foreign script in.
  await page.evaluate(readFileSync(options.axe, 'utf8'));
  const { violations } = await page
    .evaluate(async () => {
      const run = (window as unknown as { axe: { run: (where: string) => Promise<unknown> } }).axe;
      const where = document.querySelector('[role=dialog]') ? '[role=dialog]' : 'main';
      return (await run.run(where)) as never;
    })
    .then((result) => result as AxeResult);
  for (const { id, impact, nodes } of violations)
    if (impact === 'serious' || impact === 'critical')
      faults.push(`${name}: axe ${id} (${impact}) ${nodes[0]?.html.slice(0, 160) ?? ''}`);
}

async function logIn(page: Page): Promise<void> {
  await page.addInitScript((locale) => localStorage.setItem('strapi-admin-language', locale), options.locale);
  await page.goto(`${options.url}/admin/auth/login`);
  await page.locator('input[name=email]').fill(options.email, { timeout: 60_000 });
  await page.locator('input[name=password]').fill(options.password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((url) => !url.pathname.includes('/auth/'), { timeout: 30_000 });
}

async function openRow(page: Page, type: string, find: string): Promise<void> {
  const list = `/admin/content-manager/collection-types/api::${type}.${type}?page=1&pageSize=100`;
  await page.goto(`${options.url}${list}`);
  await page.locator('table tbody tr').filter({ hasText: find }).first().click({ timeout: 30_000 });
  await page.locator('form input').first().waitFor({ timeout: 30_000 });
}

/** Presses a button of a side panel; on a narrow screen the panels are in a drawer. */
async function press(page: Page, panel: string): Promise<void> {
  const button = page.locator(`[data-panel=${panel}] button`);
  if (screen === 'narrow') {
    const more = page.getByRole('button', { name: /更多操作|Open more actions/ }).last();
    if (await more.isVisible().catch(() => false)) await more.click();
    await page.waitForTimeout(600);
  }
  await button.click({ timeout: 15_000 });
}

async function tryOut(page: Page, name: string): Promise<void> {
  await press(page, 'rule-check');
  await page.locator('[data-dialog=rule-check]').waitFor({ timeout: 10_000 });
  await page.locator('[data-dialog=rule-check] button[type=submit]').click();
  await page.locator('[data-side]').first().waitFor({ timeout: 15_000 });
  await page.waitForTimeout(500);
  await picture(page, name);
  await page.keyboard.press('Escape');
  await page.locator('[data-dialog=rule-check]').waitFor({ state: 'detached', timeout: 5_000 });
}

async function target(page: Page): Promise<void> {
  await openRow(page, 'target', '急修报修到场').catch(() => openRow(page, 'target', '急修'));
  await page.waitForTimeout(800);
  await picture(page, '1-target');
  await tryOut(page, '2-target-saved');
  await page.locator('input[name=amount]').fill('40');
  await press(page, 'rule-check');
  await page.locator('[data-dialog=rule-check] button[type=submit]').click();
  await page.locator('[data-side=drafted]').waitFor({ timeout: 15_000 });
  await picture(page, '3-target-drafted');
  await page.keyboard.press('Escape');
}

async function calendar(page: Page): Promise<void> {
  await openRow(page, 'work-calendar', '周一至周五').catch(() =>
    openRow(page, 'work-calendar', 'office-hours'),
  );
  await press(page, 'year');
  await page.locator('[data-day$="-10-01"]').first().waitFor({ timeout: 10_000 });
  await picture(page, '4-year');
  const holidays = await page.locator('[data-look=holiday]').count();
  if (holidays < 10) faults.push(`the year shows ${holidays} statutory days off`);
  const year = (await page.locator('[data-year]').getAttribute('data-year')) ?? '';
  await page.locator(`[data-day="${year}-12-24"]`).click();
  await page.keyboard.press('ArrowRight');
  const under = await page.evaluate(() => document.activeElement?.getAttribute('data-day'));
  if (under !== `${year}-12-25`) faults.push(`an arrow key led to ${String(under)}`);
  await page.locator('[data-wish=off]').click();
  await page.locator(`[data-day="${year}-12-25"][data-look=ownOff]`).waitFor({ timeout: 5_000 });
  await page.locator('input[name=reason]').fill('年终盘点');
  await page.locator(`[data-day="${year}-12-26"]`).click();
  await page.locator('[data-wish=work]').click();
  await page.locator('input[name=hours]').fill('09:00-12:00');
  await picture(page, '5-year-changed');
  await page.locator(`[data-day="${year}-12-25"]`).click();
  if ((await page.locator('input[name=reason]').inputValue()) !== '年终盘点')
    faults.push('the reason is lost');
  await page.keyboard.press('Escape');
  await page.locator('[data-dialog=year]').waitFor({ state: 'detached', timeout: 5_000 });
  const saved = page.waitForResponse(
    (response) => response.request().method() === 'PUT' && response.url().includes('work-calendar'),
  );
  await page.locator('main button[type=submit], form button[type=submit]').first().click();
  const answer = await saved;
  if (answer.status() !== 200)
    faults.push(`the calendar was not saved: ${answer.status()} ${await answer.text()}`);
  await page.waitForTimeout(800);
  await tryOut(page, '6-calendar-check');
  await press(page, 'year');
  for (const day of ['12-25', '12-26']) {
    await page.locator(`[data-day="${year}-${day}"]`).click();
    await page.locator('[data-wish=usual]').click();
  }
  await page.keyboard.press('Escape');
  await page.locator('main button[type=submit], form button[type=submit]').first().click();
  await page.waitForTimeout(800);
}

/** On a telephone: the same dialogs fit, and the year can be changed. */
async function onATelephone(page: Page): Promise<void> {
  screen = 'narrow';
  await page.setViewportSize(NARROW);
  await openRow(page, 'target', '急修');
  await tryOut(page, '2-target-saved');
  await openRow(page, 'work-calendar', '周一至周五');
  await press(page, 'year');
  await page.locator('[data-look=holiday]').first().waitFor({ timeout: 10_000 });
  await page.locator('[data-look=holiday]').first().click();
  await page.locator('[data-wish=work]').click();
  await picture(page, '4-year');
  await page.keyboard.press('Escape');
}

/** The inputs of the office's own kinds of fields. */
async function fields(page: Page): Promise<void> {
  screen = 'wide';
  await page.setViewportSize(WIDE);
  await openRow(page, 'emergency-rule', '电梯');
  const words = page.locator('[data-keywords=words] li');
  await words.first().waitFor({ timeout: 10_000 });
  const before = await words.count();
  await page.locator('input[name=words]').fill('轿厢下坠');
  await page.keyboard.press('Enter');
  if ((await words.count()) !== before + 1) faults.push('a keyword was not added by Enter');
  await picture(page, '7-keywords');
  await openRow(page, 'dispatch-rule', '急修');
  await picture(page, '8-duration');
  await openRow(page, 'owner', '1');
  await page.locator('[data-reveal=phone]').click({ timeout: 10_000 });
  await page.locator('[data-revealed=phone]').waitFor({ timeout: 10_000 });
  if ((await page.locator('[data-revealed=phone]').innerText()).includes('*'))
    faults.push('the number is shown masked');
  await picture(page, '9-personal');
  const list = '/admin/content-manager/collection-types/api::dispatch-order.dispatch-order';
  await page.goto(`${options.url}${list}?page=1&pageSize=50&filters[$and][0][signedAt][$notNull]=true`);
  await page.locator('table tbody tr').first().click({ timeout: 30_000 });
  await page.locator('[data-signature]').scrollIntoViewIfNeeded({ timeout: 15_000 });
  await picture(page, '10-signature');
}

/** The tree of categories and the people on duty. */
async function setup(page: Page): Promise<void> {
  screen = 'wide';
  await page.setViewportSize(WIDE);
  await page.goto(`${options.url}/admin/setup`);
  await page.locator('[data-category]').first().waitFor({ timeout: 30_000 });
  await picture(page, '11-categories');
  await page.getByRole('tab').nth(1).click();
  await page.locator('[data-person]').first().waitFor({ timeout: 10_000 });
  await picture(page, '12-people');
  screen = 'narrow';
  await page.setViewportSize(NARROW);
  await picture(page, '12-people');
  await page.getByRole('tab').first().click();
  await picture(page, '11-categories');
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
  // Leaving a form with changes on it asks back.
  page.on('dialog', (dialog) => void dialog.accept());
  await logIn(page);
  const looks = { target, calendar, fields, setup, onATelephone };
  for (const [name, look] of Object.entries(looks))
    if (options.only === '' || options.only.split(',').includes(name))
      await look(page).catch(async (error: unknown) => {
        faults.push(`${name}: ${String(error).slice(0, 500)}`);
        await page.screenshot({ path: join(options.out, `broken-${name}.png`) });
      });
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
