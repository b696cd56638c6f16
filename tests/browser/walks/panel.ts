import type { Page } from 'playwright-core';

import { listOf, settled, type Walk } from '../walk';

/**
 * Goes through what the generated panel has become for a case type: the list, a case with its side panels, the form of
 * every action open to the user, its paper and those of several.
 */
export async function panel(walk: Walk): Promise<void> {
  const page = await walk.open({ as: 'director', viewport: { width: 1440, height: 1000 } });
  for (const type of ['ticket', 'dispatch-order', 'return-visit']) {
    await lookAtList(walk, page, type);
    await openFirst(walk, page, type);
    await openTheForms(walk, page, type);
  }
  await walk.go(page, listOf('dispatch-order'));
  await printSeveral(walk, page);
}

async function lookAtList(walk: Walk, page: Page, type: string): Promise<void> {
  await walk.go(page, listOf(type));
  await page.locator('table tbody tr').first().waitFor({ timeout: 30_000 });
  await settled(page);
  await walk.picture(page, `${type}-list`);
  await walk.lookForBareIds(page, `list of ${type}`);
}

async function openFirst(walk: Walk, page: Page, type: string): Promise<void> {
  await page.locator('table tbody tr').first().click();
  await page.locator('[data-panel=actions]').waitFor({ timeout: 30_000 });
  await settled(page);
  await walk.picture(page, type);
  await walk.lookForBareIds(page, type);
  for (const name of ['actions', 'clocks', 'related', 'timeline'])
    if ((await page.locator(`[data-panel=${name}]`).count()) > 0)
      await walk.lookWithAxe(page, `${type}, ${name}`, `[data-panel=${name}]`);
  const print = page.locator('[data-panel=actions] [data-print]');
  if ((await print.count()) > 0) await walk.paper(page, () => print.click());
  await watchTheClocks(walk, page);
}

async function watchTheClocks(walk: Walk, page: Page): Promise<void> {
  const timer = page.locator('[role=timer]').first();
  if ((await timer.count()) === 0) return;
  const before = await timer.innerText();
  await page.waitForTimeout(2100);
  const after = await timer.innerText();
  // Far from its moment a clock counts in minutes.
  if (before === after && /:\d\d/.test(before)) walk.fault(`a clock stands still at "${before}"`);
}

async function openTheForms(walk: Walk, page: Page, type: string): Promise<void> {
  const buttons = page.locator('[data-panel=actions] button[data-action]');
  for (let index = 0; index < (await buttons.count()); index += 1) {
    const button = buttons.nth(index);
    const name = (await button.getAttribute('data-action')) ?? String(index);
    await button.click();
    const form = page.locator(`[data-dialog="${name}"]`);
    await form.waitFor({ timeout: 5000 });
    await page.waitForTimeout(300);
    await walk.lookForBareIds(page, `${type}, form ${name}`);
    await walk.lookWithAxe(page, `${type}, form ${name}`, `[data-dialog="${name}"]`);
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached', timeout: 5000 });
  }
}

async function printSeveral(walk: Walk, page: Page): Promise<void> {
  const rows = page.locator('table tbody tr');
  await rows.first().waitFor({ timeout: 30_000 });
  for (const at of [0, 1, 2]) await rows.nth(at).locator('[role=checkbox]').click();
  await walk.picture(page, 'several');
  await walk.paper(page, () => page.getByRole('button', { name: '打印所选' }).click());
}
