import type { Page } from 'playwright-core';

import { listOf, type Walk } from '../walk';

/** A page of ours is at work by then, what the browser keeps being kept; on a machine that does other work too, in twice that. */
const INTERACTIVE_MS = 2000;
const PATIENCE = 2;
/** The data of the board are there by then. */
const BOARD_MS = 200;
const TIMES = 3;

type Looked = { name: string; as: string; path: string; ready: string; strapis?: true };

const PAGES: readonly Looked[] = [
  {
    name: 'home',
    as: 'director',
    path: '',
    ready: '[data-home=my-work], [data-strapi-widget-id$=guanjia-clocks] table',
  },
  { name: 'intake', as: 'front.desk', path: 'intake', ready: '[data-field=caller] input' },
  { name: 'board', as: 'supervisor', path: 'board', ready: '[data-column=waiting] [data-send]' },
  {
    name: 'list of requests',
    as: 'front.desk',
    path: listOf('ticket'),
    ready: 'table tbody tr',
    strapis: true,
  },
  {
    name: 'list of requests of a steward',
    as: 'steward',
    path: listOf('ticket'),
    ready: 'table tbody tr',
    strapis: true,
  },
  { name: 'setup', as: 'manager', path: 'setup', ready: '[data-category]' },
  { name: 'reports', as: 'director', path: 'reports', ready: '[data-page=reports] table' },
];

/** Lists that a steward is bound in, as the panel asks for them. */
const LISTS = ['ticket', 'dispatch-order', 'return-visit', 'unit', 'owner'];

/** How soon pages can be worked with, and how soon the board's data are there. */
export async function speed(walk: Walk): Promise<void> {
  for (const looked of PAGES) await time(walk, looked);
  await time(walk, {
    name: 'a request',
    as: 'front.desk',
    path: await oneOf(walk),
    ready: '[data-panel=actions] [data-action]',
    // The panels have what they show before Strapi has drawn its form, dozens of fields with two requests for each relation.
    strapis: true,
  });
  const call = await walk.callsAs('supervisor');
  const board = await bestOf(TIMES * 3, () => call('/office/board'));
  walk.note(`data of the board: ${board} ms`);
  if (board > BOARD_MS) walk.fault(`the data of the board take ${board} ms`);
  const steward = await walk.callsAs('steward');
  for (const type of LISTS) {
    const took = await bestOf(TIMES, () => steward(`/${listOf(type)}?page=1&pageSize=20`));
    walk.note(`data of a steward’s list of ${type}: ${took} ms`);
  }
}

async function time(walk: Walk, { name, as, path, ready, strapis }: Looked): Promise<void> {
  const page = await walk.open({ as });
  const took = await best(page, async () => {
    await walk.go(page, path);
    await page.locator(ready).first().waitFor({ timeout: 20_000 });
  });
  walk.note(`${name}: ${took} ms${took > INTERACTIVE_MS ? ', more than wanted' : ''}`);
  // How long Strapi’s own lists and forms take is good to know, and not ours to shorten.
  if (took > INTERACTIVE_MS * PATIENCE && !strapis) walk.fault(`${name} can be worked with after ${took} ms`);
  await page.context().close();
}

/** The page of the request that is first in the list. */
async function oneOf(walk: Walk): Promise<string> {
  const page = await walk.open({ as: 'front.desk' });
  await walk.go(page, listOf('ticket'));
  await page.locator('table tbody tr').first().click({ timeout: 20_000 });
  await page.waitForURL(/ticket\.ticket\/\w+/, { timeout: 20_000 });
  const { pathname } = new URL(page.url());
  await page.context().close();
  return pathname.replace(/^\/admin\//, '');
}

const best = (page: Page, work: () => Promise<void>): Promise<number> =>
  bestOf(TIMES + 1, async () => {
    await page.goto('about:blank');
    await work();
  });

/** The shortest of several goes: the others waited for this machine, not for the office. */
async function bestOf(times: number, work: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const began = performance.now();
    await work();
    took.push(performance.now() - began);
  }
  return Math.round(Math.min(...took));
}
