import type { Page } from 'playwright-core';

import { NARROW, settled, WIDE, type Walk } from '../walk';

const FIND = '501';
const MATTER = '厨房下水道堵塞，返水了';
const ONE_MINUTE = 60_000;

/**
 * Takes a call at the front desk by keyboard alone, in less than a minute: find the home, say what is wrong, take the
 * suggested category, save, print the slip, next call; wide and on a telephone.
 */
export async function desk(walk: Walk): Promise<void> {
  const page = await walk.open({ as: 'front.desk' });
  await page.locator('nav a[href$="/intake"]').first().waitFor({ timeout: 15_000 });
  await takeCall(walk, page);
  await clearAndBack(walk, page);
}

async function pictures(walk: Walk, page: Page, name: string): Promise<void> {
  for (const [screen, size] of Object.entries({ wide: WIDE, narrow: NARROW })) {
    await page.setViewportSize(size);
    await page.waitForTimeout(300);
    await walk.picture(page, `${name}-${screen}`, { whole: true });
    await walk.lookForOverhang(page, `${name} on a ${screen} screen`);
  }
  await page.setViewportSize(WIDE);
  await walk.lookForBareIds(page, name);
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at?.closest('[data-field]')?.getAttribute('data-field') ?? at?.tagName.toLowerCase() ?? '';
  });

async function expectFocus(walk: Walk, page: Page, field: string, when: string): Promise<void> {
  const now = await focused(page);
  if (now !== field) walk.fault(`${when}: the focus is on ${now}, not on ${field}`);
}

async function takeCall(walk: Walk, page: Page): Promise<void> {
  await walk.go(page, 'intake');
  await page.locator('[data-desk=call]').waitFor({ timeout: 60_000 });
  await expectFocus(walk, page, 'caller', 'at the beginning');
  await pictures(walk, page, 'empty');

  const began = Date.now();
  await page.keyboard.type(FIND, { delay: 40 });
  await page.locator('[role=option]').first().waitFor({ timeout: 10_000 });
  const searched = Date.now() - began;
  // What is listed while one still types belongs to what was typed before.
  await settled(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await pictures(walk, page, 'found');
  await page.keyboard.press('Enter');
  await expectFocus(walk, page, 'matter', 'after choosing the caller');
  await page.locator('[data-card=about]').waitFor({ timeout: 10_000 });
  await page.keyboard.type(MATTER, { delay: 40 });
  await page.locator('[data-suggestion="1"]').waitFor({ timeout: 10_000 });
  await page.keyboard.press('Alt+1');
  await page.locator('[data-suggestion="1"][aria-pressed=true]').waitFor({ timeout: 5_000 });
  await page.locator('[data-promise]').first().waitFor({ timeout: 10_000 });
  await page.waitForTimeout(600);
  await pictures(walk, page, 'preview');
  await walk.lookWithAxe(page, 'preview');
  await page.keyboard.press('Control+Enter');
  await page.locator('[data-number]').waitFor({ timeout: 15_000 });
  const took = Date.now() - began;
  walk.note(`found after ${searched} ms, saved after ${took} ms`);
  if (took > ONE_MINUTE) walk.fault(`the call took ${took} ms`);
  await pictures(walk, page, 'saved');
  await walk.lookWithAxe(page, 'saved');
  await printSlip(walk, page);

  await page.locator('[data-next]').focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-desk=call]').waitFor({ timeout: 5_000 });
  await page.waitForTimeout(200);
  await expectFocus(walk, page, 'caller', 'at the next call');
}

async function printSlip(walk: Walk, page: Page): Promise<void> {
  const number = await page.locator('[data-number]').innerText();
  const [slip] = await Promise.all([page.waitForEvent('popup'), page.locator('[data-print]').click()]);
  await slip
    .getByText(number)
    .first()
    .waitFor({ timeout: 10_000 })
    .catch(() => walk.fault(`the slip does not say ${number}`));
  await slip.close();
}

/** An emergency for the same home: shown with its reason; Esc clears, and what was cleared comes back. */
async function clearAndBack(walk: Walk, page: Page): Promise<void> {
  await page.keyboard.press('Enter');
  await expectFocus(walk, page, 'matter', 'after Enter without a caller');
  await page.keyboard.type('电梯困人，快来', { delay: 20 });
  await page.locator('[data-emergency]').waitFor({ timeout: 10_000 });
  await pictures(walk, page, 'emergency');
  await page.keyboard.press('Escape');
  await page.waitForTimeout(200);
  if ((await page.locator('[data-field=matter] textarea').inputValue()) !== '')
    walk.fault('Esc did not clear');
  await expectFocus(walk, page, 'caller', 'after Esc');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(200);
  if ((await page.locator('[data-field=matter] textarea').inputValue()) === '')
    walk.fault('what was cleared did not come back');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Enter');
  await page.waitForTimeout(1_000);
  await expectFocus(walk, page, 'matter', 'after a refused save');
  await pictures(walk, page, 'refused');
}
