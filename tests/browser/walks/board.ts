import type { Page } from 'playwright-core';

import { NARROW, type Walk } from '../walk';

/** More requests than a screen holds. */
const MANY = 60;

/**
 * Works at the dispatch board: waits for an emergency to appear by itself, dispatches by keys and by dragging, narrows down
 * and reloads, and looks at it with many requests and on a telephone.
 */
export async function board(walk: Walk): Promise<void> {
  const take = await takerOf(walk);
  const page = await walk.open({ as: 'supervisor' });
  for (const matter of ['厨房水龙头滴水', '楼道灯不亮', '卧室插座没电', '门禁刷不开']) await take(matter);
  await openBoard(walk, page);
  await page.waitForTimeout(500);
  await walk.picture(page, 'board');
  await walk.lookForBareIds(page, 'board');
  await walk.lookWithAxe(page, 'board');
  await emergencyAppears(walk, page, take);
  await dispatchByKeys(walk, page);
  await dispatchByDragging(walk, page);
  await narrowDown(walk, page);
  for (let index = 0; index < MANY; index += 1) await take(`走廊第 ${index + 1} 盏灯不亮`);
  await openBoard(walk, page);
  await page.waitForTimeout(1000);
  await walk.picture(page, 'many');
  await smooth(walk, page);
  await page.setViewportSize(NARROW);
  await page.waitForTimeout(600);
  await walk.picture(page, 'phone-waiting');
  await walk.lookWithAxe(page, 'the board on a telephone');
  await page.locator('button[aria-pressed=false]').click();
  await page.waitForTimeout(400);
  await walk.picture(page, 'phone-people');
}

/** Takes requests in as the desk, past the screen. */
async function takerOf(walk: Walk): Promise<(matter: string) => Promise<string>> {
  const post = await walk.callsAs('front.desk');
  return async (matter) => String((await post('/office/cases/ticket', { matter })).number);
}

async function openBoard(walk: Walk, page: Page): Promise<void> {
  await walk.go(page, 'board');
  await page.locator('[data-column=waiting]').waitFor({ timeout: 60_000 });
  await page.locator('[data-live=live]').waitFor({ timeout: 10_000 });
}

async function emergencyAppears(
  walk: Walk,
  page: Page,
  take: (matter: string) => Promise<string>,
): Promise<void> {
  const began = Date.now();
  const number = await take('电梯困人，3 号楼 2 单元');
  await page.locator(`text=${number}`).first().waitFor({ timeout: 10_000 });
  const took = Date.now() - began;
  walk.note(`the emergency appeared after ${took} ms`);
  if (took > 2000) walk.fault(`the emergency took ${took} ms to appear`);
  await walk.picture(page, 'emergency');
}

async function dispatchByKeys(walk: Walk, page: Page): Promise<void> {
  const cards = page.locator('[data-request]');
  const buttons = page.locator('[data-send]');
  await buttons.first().focus();
  await page.keyboard.press('ArrowDown');
  const number = await cards.nth(1).getAttribute('data-request');
  const focused = await page.evaluate(() =>
    document.activeElement?.closest('li')?.getAttribute('data-request'),
  );
  if (focused !== number) walk.fault(`arrow down went to ${focused}, not to ${number}`);
  await page.keyboard.press('Enter');
  await page.locator('[data-dialog=send]').waitFor({ timeout: 5000 });
  await page.waitForTimeout(400);
  await walk.picture(page, 'choose');
  await walk.lookWithAxe(page, 'choosing whom to send', '[role=dialog]');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await gone(walk, page, number, 'by keys');
}

/** The request has left the waiting, or its form has been opened because a reason is needed. */
async function gone(walk: Walk, page: Page, number: string | null, how: string): Promise<void> {
  const form = page.locator('[data-dialog]').first();
  await page
    .locator(`[data-request="${number}"]`)
    .waitFor({ state: 'detached', timeout: 6000 })
    .catch(() => undefined);
  await page.waitForTimeout(300);
  await walk.picture(page, `sent-${how.replaceAll(' ', '-')}`);
  const left = await page.locator(`[data-request="${number}"]`).count();
  if (left > 0 && (await form.count()) === 0) walk.fault(`${number} was not sent ${how}`);
  if ((await form.count()) > 0) {
    await walk.lookForBareIds(page, `form ${how}`);
    const reason = form.locator('[data-field=overrideReason] textarea, [data-field=overrideReason] input');
    if ((await reason.count()) > 0) {
      await reason.fill('就近，其他人不在');
      await form.locator('button[type=submit]').click();
      await page.locator(`[data-request="${number}"]`).waitFor({ state: 'detached', timeout: 6000 });
      await walk.picture(page, `sent-with-reason-${how.replaceAll(' ', '-')}`);
    } else await page.keyboard.press('Escape');
  }
}

async function dispatchByDragging(walk: Walk, page: Page): Promise<void> {
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
    await walk.picture(page, `dragging-${index}`);
    await page.mouse.up();
    await gone(walk, page, dragged, `by dragging ${index}`);
  }
}

async function narrowDown(walk: Walk, page: Page): Promise<void> {
  await page.locator('[data-filter=urgency] [role=combobox]').click();
  await page.locator('[role=option]').nth(1).click();
  await page.waitForURL(/urgency=urgent/, { timeout: 5000 });
  await page.waitForTimeout(600);
  await page.reload();
  await page.locator('[data-column=waiting]').waitFor({ timeout: 30_000 });
  await page.waitForTimeout(600);
  await walk.picture(page, 'filtered');
  await walk.go(page, 'board');
  await page.locator('[data-live=live]').waitFor({ timeout: 10_000 });
}

/** How long the page was at work at a stretch, while it ticks and while it is scrolled. */
async function smooth(walk: Walk, page: Page): Promise<void> {
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
  walk.note(`${rows} rows: ${JSON.stringify(measured)}`);
  if (measured.ticking.some((one) => one > 100))
    walk.fault(`ticking blocks: ${measured.ticking.join(', ')} ms`);
}
