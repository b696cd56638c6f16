import type { Locator, Page } from 'playwright-core';

import { listOf, settled, type Walk } from './walk';

/** What is put into a field of an action's form: text, one of a list by its words, a record found by a part of its name, yes or no, a drawn signature. */
export type Given =
  string | { readonly choose: string } | { readonly find: string } | { readonly yes: boolean } | 'signature';

/** Performs an action on the case that is open in `page`, as a person does: press, fill in, send. */
export async function act(
  page: Page,
  action: string,
  given: Readonly<Record<string, Given>> = {},
): Promise<void> {
  await reachPanels(page);
  await page.locator(`[data-panel=actions] [data-action="${action}"]`).click({ timeout: 15_000 });
  const form = page.locator(`[data-dialog="${action}"]`);
  await form.waitFor({ timeout: 5_000 });
  for (const [field, value] of Object.entries(given))
    await fill(page, form.locator(`[data-field="${field}"]`), value);
  await form.locator('button[type=submit]').click();
  await form.waitFor({ state: 'detached', timeout: 15_000 }).catch(async () => {
    throw new Error(`${action} was not done: ${(await form.innerText()).replace(/\s+/g, ' ').slice(0, 600)}`);
  });
  await settled(page);
}

/** On a telephone the panels beside the form are in a drawer at the foot of the screen. */
export async function reachPanels(page: Page): Promise<void> {
  const drawer = page.locator('[data-testid=actions-drawer-overlay] + *');
  const closed = drawer.getByRole('button', { name: '更多操作', exact: true });
  if ((await closed.count()) > 0) await closed.click();
}

async function fill(page: Page, field: Locator, value: Given): Promise<void> {
  if (value === 'signature') return sign(page, field);
  if (typeof value === 'string') return field.locator('input, textarea').first().fill(value);
  if ('yes' in value)
    return field
      .locator('[role=radio]')
      .nth(value.yes ? 0 : 1)
      .click();
  if ('find' in value) {
    await field.locator('input').click();
    await page.keyboard.type(value.find, { delay: 30 });
    return page.locator('[role=option]').filter({ hasText: value.find }).first().click();
  }
  await field.locator('[role=combobox]').click();
  await page.locator('[role=option]').getByText(value.choose, { exact: true }).click();
}

/** Draws something like a name with the pointer. */
async function sign(page: Page, field: Locator): Promise<void> {
  const pad = field.locator('canvas');
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error('there is no pad to sign on');
  const at = (x: number, y: number): [number, number] => [box.x + box.width * x, box.y + box.height * y];
  const strokes = [
    [at(0.2, 0.3), at(0.45, 0.25), at(0.3, 0.8)],
    [at(0.5, 0.2), at(0.52, 0.85), at(0.75, 0.5), at(0.8, 0.75)],
  ];
  for (const [first, ...others] of strokes) {
    if (!first) continue;
    await page.mouse.move(...first);
    await page.mouse.down();
    for (const point of others) await page.mouse.move(...point, { steps: 6 });
    await page.mouse.up();
  }
}

/** Opens the case of that number from the list of its type, by searching for it there. */
export async function openCase(walk: Walk, page: Page, type: string, number: string): Promise<void> {
  await walk.go(page, `${listOf(type)}?_q=${encodeURIComponent(number)}`);
  await page.locator('table tbody tr').filter({ hasText: number }).first().click({ timeout: 30_000 });
  await page.locator('[data-panel=actions]').waitFor({ timeout: 30_000 });
  await settled(page);
}

/** The stage of the open case, in words. */
export const stageOf = async (page: Page): Promise<string> =>
  (await page.locator('[data-panel=actions]').innerText()).split('\n')[1] ?? '';

/** Which actions are on offer on the open case. */
export const actionsOn = (page: Page): Promise<(string | null)[]> =>
  page
    .locator('[data-panel=actions] button[data-action]')
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('data-action')));
