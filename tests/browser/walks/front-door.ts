import type { Page } from 'playwright-core';

import { settled, type Walk } from '../walk';

/** What Strapi offers its own customers, and nobody in the office has asked for. */
const OFFERS = /strapi\.io|\/marketplace|\/settings\/purchase|\/list-plugins/;

/** The first things that somebody sees: the language, the name, and nothing that is for sale. */
export async function frontDoor(walk: Walk): Promise<void> {
  await languages(walk);
  for (const role of ['front.desk', 'technician', 'manager']) await house(walk, role);
  await choiceIsKept(walk);
}

/** Chinese for a Chinese browser, English for every other. */
async function languages(walk: Walk): Promise<void> {
  for (const [locale, expected] of [
    ['zh-CN', '登录'],
    ['en-US', 'Login'],
    ['fr-FR', 'Login'],
  ] as const) {
    const page = await walk.open({ locale });
    await walk.go(page, 'auth/login');
    await page.locator('button[type=submit]').waitFor({ timeout: 30_000 });
    const said = await page.locator('button[type=submit]').innerText();
    if (said !== expected) walk.fault(`a browser that speaks ${locale} reads "${said}"`);
    if (locale !== 'fr-FR') await walk.picture(page, `login-${locale}`);
    await page.context().close();
  }
}

async function house(walk: Walk, role: string): Promise<void> {
  const page = await walk.open({ as: role });
  await settled(page);
  const title = await page.title();
  if (!title.includes('管家')) walk.fault(`the title is "${title}"`);
  const text = await page.locator('body').innerText();
  if (/strapi/i.test(text)) walk.fault(`${role}: Strapi is named on the home page`);
  const links = await page
    .locator('a[href]')
    .evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
  for (const link of links.filter((href) => OFFERS.test(href))) walk.fault(`${role} is offered ${link}`);
  await walk.picture(page, `home-of-${role}`);
}

/** Who has chosen English in his profile reads English, wherever he logs in. */
async function choiceIsKept(walk: Walk): Promise<void> {
  const page = await walk.open({ as: 'security' });
  await chooseLanguage(walk, page, 'English');
  await page.reload();
  await settled(page);
  const greeting = await page.locator('nav').first().innerText();
  await walk.picture(page, 'chosen-english');
  const elsewhere = await walk.open({ as: 'security' });
  await settled(elsewhere);
  const lang = await elsewhere.evaluate(() => document.documentElement.lang);
  if (lang !== 'en')
    walk.fault(`who chose English reads ${lang} in another browser (${greeting.slice(0, 40)})`);
  await chooseLanguage(walk, page, '中文');
}

async function chooseLanguage(walk: Walk, page: Page, language: string): Promise<void> {
  await walk.go(page, 'me');
  await settled(page);
  await page.locator('[name=preferedLanguage], [role=combobox]').first().click();
  await page.locator('[role=option]').filter({ hasText: language }).first().click();
  await page.locator('button[type=submit]').first().click();
  await settled(page);
}
