import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright-core';

/*
 * Walks through the dispatch board of a running office in a real browser: opens it, waits for an emergency to appear
 * by itself, dispatches by keys and by dragging, narrows down and reloads, and looks at it with many requests and on a
 * telephone. Leaves a picture of each and says what is wrong.
 *
 *   npx tsx tests/browser/board.ts --url http://localhost:1337 --email E --password P [--fill 500]
 *     [--axe PATH-OF-axe.min.js] [--out tests/output/board] [--chromium /usr/bin/chromium]
 */

const { values: options } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:1337' },
    email: { type: 'string', default: process.env.PANEL_EMAIL ?? '' },
    password: { type: 'string', default: process.env.PANEL_PASSWORD ?? '' },
    fill: { type: 'string', default: '0' },
    axe: { type: 'string', default: '' },
    out: { type: 'string', default: join(__dirname, '..', 'output', 'board') },
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

/** The office as a program sees it, under the same log-in. */
async function officeOf(): Promise<{ take: (matter: string) => Promise<string> }> {
  const post = async (
    path: string,
    body: object,
    token?: string,
  ): Promise<{ data: Record<string, string> }> => {
    const answer = await fetch(`${options.url}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as { data: Record<string, string> };
  };
  const { data } = await post('/admin/login', { email: options.email, password: options.password });
  return {
    take: async (matter) =>
      String((await post('/office/cases/ticket', { data: { matter } }, data.token)).data.number),
  };
}

async function logIn(page: Page): Promise<void> {
  await page.goto(`${options.url}/admin/auth/login`);
  await page.locator('input[name=email]').waitFor({ timeout: 60_000 });
  await page.locator('input[name=email]').fill(options.email);
  await page.locator('input[name=password]').fill(options.password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((url) => !url.pathname.includes('/auth/'), { timeout: 30_000 });
}

async function openBoard(page: Page): Promise<void> {
  const began = Date.now();
  await page.goto(`${options.url}/admin/board`);
  await page.locator('[data-column=waiting]').waitFor({ timeout: 60_000 });
  console.log(`  opened in ${Date.now() - began} ms`);
  await page.locator('[data-live=live]').waitFor({ timeout: 10_000 });
}

async function lookForBareIds(page: Page, where: string): Promise<void> {
  const text = await page.locator('body').innerText();
  for (const id of new Set(text.match(/(?<![@\w])(?:guanjia|content-manager|board|clock)\.[\w.-]+/g) ?? []))
    faults.push(`${where}: no text for ${id}`);
}

async function lookWithAxe(page: Page, where: string): Promise<void> {
  if (!options.axe) return;
  await page.evaluate(readFileSync(options.axe, 'utf8'));
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(
          on: string,
        ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
      };
    };
    return (await axe.run('main')).violations.map(({ id, nodes }) => ({
      id,
      count: nodes.length,
      first: `${nodes[0]?.html.slice(0, 200)} — ${nodes[0]?.failureSummary}`,
    }));
  });
  for (const { id, count, first } of found) faults.push(`${where}: axe ${id} ×${count}: ${first}`);
}

async function emergencyAppears(page: Page, take: (matter: string) => Promise<string>): Promise<void> {
  const began = Date.now();
  const number = await take('电梯困人，3 号楼 2 单元');
  await page.locator(`text=${number}`).first().waitFor({ timeout: 10_000 });
  const took = Date.now() - began;
  console.log(`  ${number} appeared after ${took} ms`);
  if (took > 2000) faults.push(`the emergency took ${took} ms to appear`);
  await picture(page, 'emergency');
}

async function dispatchByKeys(page: Page): Promise<void> {
  const cards = page.locator('[data-request]');
  const buttons = page.locator('[data-send]');
  await buttons.first().focus();
  await page.keyboard.press('ArrowDown');
  const number = await cards.nth(1).getAttribute('data-request');
  const focused = await page.evaluate(() =>
    document.activeElement?.closest('li')?.getAttribute('data-request'),
  );
  if (focused !== number) faults.push(`arrow down went to ${focused}, not to ${number}`);
  await page.keyboard.press('Enter');
  await page.locator('[data-dialog=send]').waitFor({ timeout: 5000 });
  await page.waitForTimeout(400);
  await picture(page, 'choose');
  await lookWithAxe(page, 'choose');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await gone(page, number, 'by keys');
}

/** The request has left the waiting, or its form has been opened because a reason is needed. */
async function gone(page: Page, number: string | null, how: string): Promise<void> {
  const form = page.locator('[data-dialog]').first();
  await page
    .locator(`[data-request="${number}"]`)
    .waitFor({ state: 'detached', timeout: 6000 })
    .catch(() => undefined);
  await page.waitForTimeout(300);
  await picture(page, `sent-${how.replaceAll(' ', '-')}`);
  const left = await page.locator(`[data-request="${number}"]`).count();
  if (left > 0 && (await form.count()) === 0) faults.push(`${number} was not sent ${how}`);
  if ((await form.count()) > 0) {
    await lookForBareIds(page, `form ${how}`);
    const reason = form.locator('[data-field=overrideReason] textarea, [data-field=overrideReason] input');
    if ((await reason.count()) > 0) {
      await reason.fill('就近，其他人不在');
      await form.locator('button[type=submit]').click();
      await page.locator(`[data-request="${number}"]`).waitFor({ state: 'detached', timeout: 6000 });
      await picture(page, `sent-with-reason-${how.replaceAll(' ', '-')}`);
    } else await page.keyboard.press('Escape');
  }
}

async function dispatchByDragging(page: Page): Promise<void> {
  const card = page.locator('[data-request]').first();
  const number = await card.getAttribute('data-request');
  const targets = page.locator('[data-column=people] [data-target]');
  const count = await targets.count();
  for (const index of [0, Math.min(5, count - 1)]) {
    const dragged =
      index === 0 ? number : await page.locator('[data-request]').first().getAttribute('data-request');
    await page.locator(`[data-request="${dragged}"]`).hover();
    await page.mouse.down();
    const to = targets.nth(index);
    await to.hover({ position: { x: 60, y: 14 } });
    await to.hover({ position: { x: 62, y: 16 } });
    await picture(page, `dragging-${index}`);
    await page.mouse.up();
    await gone(page, dragged, `by dragging ${index}`);
  }
}

async function narrowDown(page: Page): Promise<void> {
  await page.locator('[data-filter=urgency] [role=combobox]').click();
  await page.locator('[role=option]').nth(1).click();
  await page.waitForURL(/urgency=urgent/, { timeout: 5000 });
  await page.waitForTimeout(600);
  await page.reload();
  await page.locator('[data-column=waiting]').waitFor({ timeout: 30_000 });
  await page.waitForTimeout(600);
  await picture(page, 'filtered');
  await page.goto(`${options.url}/admin/board`);
  await page.locator('[data-live=live]').waitFor({ timeout: 10_000 });
}

/** How long the page was at work at a stretch, while it ticks and while it is scrolled. */
async function smooth(page: Page): Promise<void> {
  const rows = await page.locator('[data-request]').count();
  const measured = await page.evaluate(async () => {
    const long: number[] = [];
    const observer = new PerformanceObserver((list) =>
      long.push(...list.getEntries().map(({ duration }) => Math.round(duration))),
    );
    observer.observe({ entryTypes: ['longtask'] });
    await new Promise((resolve) => setTimeout(resolve, 4000));
    const ticking = long.splice(0);
    const scroller = document.querySelector('[data-column=waiting] [data-scroll]');
    const frames: number[] = [];
    let last = performance.now();
    for (let step = 0; step < 120; step += 1) {
      if (scroller) scroller.scrollTop += 250;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      frames.push(performance.now() - last);
      last = performance.now();
    }
    frames.sort((a, b) => a - b);
    return { ticking, scrolling: long, median: frames[60], p95: frames[114] };
  });
  console.log(`  ${rows} rows: ${JSON.stringify(measured)}`);
  if (measured.ticking.some((one) => one > 100))
    faults.push(`ticking blocks: ${measured.ticking.join(', ')} ms`);
}

async function walk(browser: Browser): Promise<void> {
  const office = await officeOf();
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
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
  for (const matter of ['厨房水龙头滴水', '楼道灯不亮', '卧室插座没电', '门禁刷不开'])
    await office.take(matter);
  await openBoard(page);
  await page.waitForTimeout(500);
  await picture(page, 'board');
  await lookForBareIds(page, 'board');
  await lookWithAxe(page, 'board');
  await emergencyAppears(page, office.take);
  await dispatchByKeys(page);
  await dispatchByDragging(page);
  await narrowDown(page);
  for (let index = 0; index < Number(options.fill); index += 1)
    await office.take(`走廊第 ${index + 1} 盏灯不亮`);
  await openBoard(page);
  await page.waitForTimeout(1000);
  if (Number(options.fill) > 0) await picture(page, 'many');
  await smooth(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.waitForTimeout(600);
  await picture(page, 'phone-waiting');
  await lookWithAxe(page, 'phone');
  await page.locator('button[aria-pressed=false]').click();
  await page.waitForTimeout(400);
  await picture(page, 'phone-people');
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
