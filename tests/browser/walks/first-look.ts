import type { Page } from 'playwright-core';

import { foreignLabels, isForeign } from '../labels';
import { settled, type Walk } from '../walk';

/** Most of the time a page waits for its data: others are looked at meanwhile. */
const WINDOWS = 3;

/** Who works in the office all day, besides the manager: what they are offered is not what he is. */
const OTHERS = ['front.desk', 'technician', 'supervisor'];

/**
 * Goes everywhere that somebody of the office can go, in Chinese: every list with its filters, every form with its choices;
 * then the pages and lists of others. A Latin label is a text that nobody has translated.
 */
export async function firstLook(walk: Walk): Promise<void> {
  const page = await walk.open({ as: 'manager' });
  for (const path of [...(await pagesOf(page)), 'me']) {
    await walk.go(page, path);
    await settled(page);
    await lookAt(walk, page, `/${path}`);
  }
  const lists = await listsOf(walk, page);
  if (lists.length === 0) walk.fault('the manager is offered no list at all');
  const todo = [...lists];
  const goThrough = async (own: Page): Promise<void> => {
    if (own !== page) await walk.go(own, 'content-manager');
    for (let path = todo.shift(); path !== undefined; path = todo.shift()) {
      await lookAtList(walk, own, path);
      await lookAtForm(walk, own, path);
    }
  };
  await Promise.all([page, ...(await walk.windows(page, WINDOWS - 1))].map(goThrough));
  walk.note(`${lists.length} lists and forms`);
  await Promise.all(OTHERS.map((who) => asAnother(walk, who)));
}

/** The home, the menu and the lists of somebody else. */
async function asAnother(walk: Walk, who: string): Promise<void> {
  const page = await walk.open({ as: who });
  for (const path of [...(await pagesOf(page)), 'me']) {
    await walk.go(page, path);
    await settled(page);
    await lookAt(walk, page, `/${path} of ${who}`);
  }
  const lists = await listsOf(walk, page);
  if (lists.length === 0) walk.fault(`${who} is offered no list at all`);
  for (const path of lists) {
    await openList(page, path);
    await lookAt(walk, page, `list of ${nameOf(path)} of ${who}`);
  }
  walk.note(`${lists.length} lists of ${who}`);
  await page.context().close();
}

/** What the menu leads to, relative to the panel. */
async function pagesOf(page: Page): Promise<string[]> {
  await settled(page);
  const hrefs = await page
    .locator('nav a[href^="/admin"]')
    .evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
  return [...new Set(hrefs.map((href) => href.replace(/^\/admin\/?/, '')))];
}

/** The addresses of the lists in the content manager's menu, relative to the panel. */
async function listsOf(walk: Walk, page: Page): Promise<string[]> {
  await walk.go(page, 'content-manager');
  // In the menu only: the list that stands open beside it has links to its records.
  const links = page.locator('nav a[href*="/content-manager/collection-types/api::"]');
  await links.first().waitFor({ timeout: 20_000 });
  const hrefs = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
  return [
    ...new Set(
      hrefs.map((href) => href.replace(/^.*\/content-manager\//, 'content-manager/').replace(/\?.*$/, '')),
    ),
  ];
}

/** Opens a list from the menu beside it: the page itself stays, as it does for somebody who works in it. */
async function openList(page: Page, path: string): Promise<void> {
  const uid = path.replace(/^.*\//, '');
  // What has been fetched already is not fetched again: the content manager opens one of them by itself.
  const rows = page
    .waitForResponse((answer) => answer.url().includes(`/collection-types/${uid}?`), { timeout: 5_000 })
    .catch(() => undefined);
  await page.locator(`nav a[href*="/collection-types/${uid}"]`).first().click({ timeout: 20_000 });
  await Promise.all([rows, page.waitForURL((url) => url.pathname.endsWith(uid), { timeout: 20_000 })]);
  await page.locator('main table, main [role=grid], main h1').first().waitFor({ timeout: 20_000 });
  await page.waitForTimeout(DRAWING_MS);
}

async function lookAtList(walk: Walk, page: Page, path: string): Promise<void> {
  await openList(page, path);
  const where = `list of ${nameOf(path)}`;
  await lookAt(walk, page, where);
  const filter = page.getByRole('button', { name: '筛选', exact: true });
  if ((await filter.count()) === 0) return;
  await filter.click();
  const fields = page
    .locator('[role=dialog] [role=combobox], [data-radix-popper-content-wrapper] [role=combobox]')
    .first();
  if ((await fields.count()) > 0) {
    await fields.click();
    await lookAt(walk, page, `${where}, filters`);
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('Escape');
}

async function lookAtForm(walk: Walk, page: Page, path: string): Promise<void> {
  const create = page.locator('main a[href*="/create"]');
  if ((await create.count()) === 0) return;
  await create.first().click();
  await page.waitForURL(/\/create/, { timeout: 20_000 });
  await page.locator('main form').first().waitFor({ timeout: 20_000 });
  await page.waitForTimeout(DRAWING_MS);
  const where = `form of ${nameOf(path)}`;
  await lookAt(walk, page, where);
  await lookAtChoices(walk, page, where);
}

/** What can be chosen in each field of a form that has a list to choose from. */
async function lookAtChoices(walk: Walk, page: Page, where: string): Promise<void> {
  const fields = page.locator('main form [role=combobox]:not(input):not([data-disabled])');
  for (const field of await fields.all()) {
    await field.click();
    const options = page.locator('[role=option]');
    await options.first().waitFor({ timeout: 5_000 });
    const words = await options.allInnerTexts();
    for (const label of words.filter(isForeign)) walk.fault(`${where}, a choice: "${label}"`);
    await page.keyboard.press('Escape');
    await options.first().waitFor({ state: 'detached', timeout: 5_000 });
  }
}

/** What a page needs to draw what has come, in milliseconds. */
const DRAWING_MS = 300;
/** How long a page may still be drawing itself after it has loaded, on a slow machine, in milliseconds. */
const DRAWN_MS = 5_000;

/** What is still there when the page has had its time is a fault: Strapi calls a field unknown until its input has come. */
async function lookAt(walk: Walk, page: Page, where: string): Promise<void> {
  await walk.lookForBareIds(page, where);
  const until = Date.now() + DRAWN_MS;
  let labels = await foreignLabels(page);
  while (labels.length > 0 && Date.now() < until) {
    await page.waitForTimeout(250);
    labels = await foreignLabels(page);
  }
  for (const label of labels) walk.fault(`${where}: "${label}"`);
}

const nameOf = (path: string): string => path.replace(/^.*\./, '');
