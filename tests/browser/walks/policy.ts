import type { Page } from 'playwright-core';

import { listOf, NARROW, settled, type Walk } from '../walk';

/**
 * Goes over the pages on which managers configure a running office: tries a target out, as saved and with the form changed,
 * walks the year of the work calendar by keyboard, and looks at the fields of the office's own kinds, categories, people,
 * reports, and at all of it on a telephone.
 */
export async function policy(walk: Walk): Promise<void> {
  const page = await walk.open({ as: 'manager' });
  const [other, telephone] = await walk.windows(page, 2);
  if (!other || !telephone) throw new Error('no windows');
  // Leaving a form with changes on it asks back.
  for (const one of [page, other, telephone]) one.on('dialog', (dialog) => void dialog.accept());
  // One window waits for the office while the others are looked at.
  await Promise.all([
    target(walk, page).then(() => calendar(walk, page)),
    fields(walk, other).then(() => setup(walk, other)),
    onATelephone(walk, telephone).then(() => drawer(walk)),
  ]);
}

/** A picture, and everything that can be wrong with what is on it; in a dialog, where one is open. */
async function look(walk: Walk, page: Page, name: string): Promise<void> {
  // Dialogs fade in.
  await page.waitForTimeout(400);
  await walk.picture(page, name);
  await walk.lookForOverhang(page, name);
  await walk.lookForBareIds(page, name);
  const dialogs = await page.locator('[role=dialog]').count();
  await walk.lookWithAxe(page, name, dialogs > 0 ? '[role=dialog]' : 'main');
}

async function openRow(walk: Walk, page: Page, type: string, find: string): Promise<void> {
  await walk.go(page, `${listOf(type)}?page=1&pageSize=10&_q=${encodeURIComponent(find)}`);
  await page.locator('table tbody tr').filter({ hasText: find }).first().click({ timeout: 30_000 });
  await page.locator('form input').first().waitFor({ timeout: 30_000 });
}

/** Presses a button of a side panel; on a narrow screen the panels are in a drawer. */
async function press(page: Page, panel: string): Promise<void> {
  const button = page.locator(`[data-panel=${panel}] button`);
  const more = page
    .locator('[data-testid=actions-drawer-overlay] + *')
    .getByRole('button', { name: '更多操作', exact: true });
  await button.or(more).first().waitFor({ timeout: 15_000 });
  if ((await more.count()) > 0) await more.click();
  await button.click({ timeout: 15_000 });
}

/** Asks what would happen, and looks at the answer. */
async function tryOut(walk: Walk, page: Page, name: string): Promise<void> {
  await press(page, 'rule-check');
  const dialog = page.locator('[data-dialog=rule-check]');
  await dialog.locator('button[type=submit]').click({ timeout: 10_000 });
  await dialog.locator('[data-side]').first().waitFor({ timeout: 15_000 });
  await look(walk, page, name);
}

async function close(page: Page, dialog: string): Promise<void> {
  await page.keyboard.press('Escape');
  await page.locator(`[data-dialog=${dialog}]`).waitFor({ state: 'detached', timeout: 5_000 });
}

async function target(walk: Walk, page: Page): Promise<void> {
  await openRow(walk, page, 'target', '急修');
  await look(walk, page, 'target');
  await tryOut(walk, page, 'target-saved');
  await close(page, 'rule-check');
  await page.locator('input[name=amount]').fill('40');
  await press(page, 'rule-check');
  await page.locator('[data-dialog=rule-check] button[type=submit]').click();
  await page.locator('[data-side=drafted]').waitFor({ timeout: 15_000 });
  await look(walk, page, 'target-drafted');
  await close(page, 'rule-check');
}

/** Shown in every year: those that the state gives. */
const FEWEST_HOLIDAYS = 10;

async function calendar(walk: Walk, page: Page): Promise<void> {
  await openRow(walk, page, 'work-calendar', '周一至周五');
  const spans = page.locator('button[aria-expanded]').filter({ hasText: /^周[一二三四五]$/ });
  await spans
    .first()
    .waitFor({ timeout: 5_000 })
    .catch(() => walk.fault('the spans of a calendar do not name their days'));
  await look(walk, page, 'calendar');
  await press(page, 'year');
  await page.locator('[data-day$="-10-01"]').first().waitFor({ timeout: 10_000 });
  await look(walk, page, 'year');
  const holidays = await page.locator('[data-look=holiday]').count();
  if (holidays < FEWEST_HOLIDAYS) walk.fault(`the year shows ${holidays} statutory days off`);
  const year = String(await page.locator('[data-year]').getAttribute('data-year'));
  const day = (date: string) => page.locator(`[data-day="${year}-${date}"]`);
  await day('12-24').click();
  await page.keyboard.press('ArrowRight');
  const under = await page.evaluate(() => document.activeElement?.getAttribute('data-day'));
  if (under !== `${year}-12-25`) walk.fault(`an arrow key led to ${String(under)}`);
  await page.locator('[data-wish=off]').click();
  await page.locator(`[data-day="${year}-12-25"][data-look=ownOff]`).waitFor({ timeout: 5_000 });
  await page.locator('input[name=reason]').fill('年终盘点');
  await day('12-26').click();
  await page.locator('[data-wish=work]').click();
  await page.locator('input[name=hours]').fill('09:00-12:00');
  await look(walk, page, 'year-changed');
  await day('12-25').click();
  if ((await page.locator('input[name=reason]').inputValue()) !== '年终盘点')
    walk.fault('the reason of a day off is lost');
  await close(page, 'year');
  await save(walk, page);
  await tryOut(walk, page, 'calendar-check');
  await close(page, 'rule-check');
  await press(page, 'year');
  for (const date of ['12-25', '12-26']) {
    await day(date).click();
    await page.locator('[data-wish=usual]').click();
  }
  await close(page, 'year');
  await save(walk, page);
}

async function save(walk: Walk, page: Page): Promise<void> {
  const saved = page.waitForResponse((response) => response.request().method() === 'PUT');
  await page.locator('main button[type=submit], form button[type=submit]').first().click();
  const answer = await saved;
  if (answer.status() !== 200)
    walk.fault(`the calendar was not saved: ${answer.status()} ${await answer.text()}`);
  await settled(page);
}

/** The inputs of the office's own kinds of fields. */
async function fields(walk: Walk, page: Page): Promise<void> {
  await openRow(walk, page, 'emergency-rule', '电梯');
  const words = page.locator('[data-keywords=words] li');
  await words.first().waitFor({ timeout: 10_000 });
  const before = await words.count();
  await page.locator('input[name=words]').fill('轿厢下坠');
  await page.keyboard.press('Enter');
  if ((await words.count()) !== before + 1) walk.fault('a keyword was not added by Enter');
  await look(walk, page, 'keywords');
  await openRow(walk, page, 'dispatch-rule', '急修');
  await look(walk, page, 'duration');
  await openRow(walk, page, 'owner', '1');
  await page.locator('[data-reveal=phone]').click({ timeout: 10_000 });
  const number = page.locator('[data-revealed=phone]');
  await number.waitFor({ timeout: 10_000 });
  if ((await number.innerText()).includes('*')) walk.fault('the number is shown masked');
  await look(walk, page, 'personal');
  await walk.go(
    page,
    `${listOf('dispatch-order')}?page=1&pageSize=50&filters[$and][0][signedAt][$notNull]=true`,
  );
  await page.locator('table tbody tr').first().click({ timeout: 30_000 });
  await page.locator('[data-signature]').scrollIntoViewIfNeeded({ timeout: 15_000 });
  await look(walk, page, 'signature');
}

/** The tree of categories and the people on duty. */
async function setup(walk: Walk, page: Page): Promise<void> {
  await walk.go(page, 'setup');
  await page.locator('[data-category]').first().waitFor({ timeout: 30_000 });
  await look(walk, page, 'categories');
  await page.getByRole('tab').nth(1).click();
  await page.locator('[data-person]').first().waitFor({ timeout: 10_000 });
  await look(walk, page, 'people');
  await reports(walk, page);
}

async function reports(walk: Walk, page: Page): Promise<void> {
  await walk.go(page, 'reports');
  await page.locator('[data-chart] svg').first().waitFor({ timeout: 30_000 });
  await look(walk, page, 'reports');
}

/** The same fit on a telephone, and the year can be changed there. */
async function onATelephone(walk: Walk, page: Page): Promise<void> {
  await page.setViewportSize(NARROW);
  await openRow(walk, page, 'target', '急修');
  await tryOut(walk, page, 'phone-target');
  await openRow(walk, page, 'work-calendar', '周一至周五');
  await press(page, 'year');
  await page.locator('[data-look=holiday]').first().click({ timeout: 10_000 });
  await page.locator('[data-wish=work]').click();
  await look(walk, page, 'phone-year');
  await walk.go(page, 'setup');
  await page.locator('[data-category]').first().waitFor({ timeout: 30_000 });
  await look(walk, page, 'phone-categories');
  await page.getByRole('tab').nth(1).click();
  await page.locator('[data-person]').first().waitFor({ timeout: 10_000 });
  await look(walk, page, 'phone-people');
  await walk.go(page, 'reports');
  await settled(page);
  await look(walk, page, 'phone-reports');
}

/** What can be done with an order on a telephone is under one button at the foot of the page. */
async function drawer(walk: Walk): Promise<void> {
  const page = await walk.open({ as: 'supervisor', viewport: NARROW, hasTouch: true });
  await walk.go(page, listOf('dispatch-order'));
  await page.locator('table tbody tr').first().click({ timeout: 30_000 });
  await page.locator('[data-phone=actions]').click({ timeout: 15_000 });
  await page
    .locator('[data-dialog=phone-actions] [data-stage]')
    .or(page.locator('[data-dialog=phone-actions] button'))
    .first()
    .waitFor();
  await settled(page);
  await look(walk, page, 'phone-drawer');
}
