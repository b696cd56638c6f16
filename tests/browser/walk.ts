import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

import type { Login } from './office';

export const WIDE = { width: 1280, height: 900 };
/** A telephone. */
export const NARROW = { width: 390, height: 844 };

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

type Office = {
  readonly url: string;
  /** The log-in of a post of the demo estate: `director`, `front.desk`, … */
  login: (name: string) => Login;
};

type Opening = {
  /** Whose session it is; nobody's when absent. */
  readonly as?: string;
  readonly viewport?: { width: number; height: number };
} & Pick<BrowserContextOptions, 'locale' | 'colorScheme' | 'hasTouch'>;

type Answered = { data: Record<string, unknown> };
/** Asks the office: gets, or posts where there is something to post. */
export type Call = (path: string, data?: object) => Promise<Record<string, unknown>>;

/** A walk through the office in a browser: what it can do, and what it has found wrong. */
export type Walk = ReturnType<typeof walkThrough>;

/** Prepares a walk whose pictures go to `out`. */
export function walkThrough({ office, browser, out }: { office: Office; browser: Browser; out: string }) {
  const faults: string[] = [];
  const notes: string[] = [];
  const opened: Page[] = [];
  let pictures = 0;
  mkdirSync(out, { recursive: true });

  const fault = (text: string): void => {
    if (!faults.includes(text)) faults.push(text);
  };

  /** A page error, an error on the console and an answer of 500 and above are faults wherever they happen. */
  const watch = (page: Page): void => {
    page.on('pageerror', (error) => fault(`${pathOf(page)}: page error: ${error.message}`));
    page.on('console', (message) => {
      // A refusal is an answer, and the browser's line about it says no more than that.
      const refused = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !refused)
        fault(`${pathOf(page)}: console: ${message.text().slice(0, 300)}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 500) fault(`${response.status()} ${response.url()}`);
    });
  };

  /** A window of its own, in Chinese and in China unless it is said, with a session when `as` names one. */
  const open = async ({ as, viewport = WIDE, ...rest }: Opening = {}): Promise<Page> => {
    const context = await browser.newContext({
      viewport,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      ...rest,
    });
    // The translator of these tests names the functions that are handed to the page.
    await context.addInitScript('globalThis.__name = (one) => one');
    const page = await context.newPage();
    opened.push(page);
    watch(page);
    if (as) await logIn(page, as);
    return page;
  };

  /** More windows of the same session. */
  const windows = (page: Page, count: number): Promise<Page[]> =>
    Promise.all(
      Array.from({ length: count }, async () => {
        const more = await page.context().newPage();
        opened.push(more);
        watch(more);
        return more;
      }),
    );

  const logIn = async (page: Page, name: string): Promise<void> => {
    const { email, password } = office.login(name);
    await page.goto(`${office.url}/admin/auth/login`);
    await page.locator('input[name=email]').fill(email, { timeout: 60_000 });
    await page.locator('input[name=password]').fill(password);
    await page.locator('button[type=submit]').click();
    await page.waitForURL((url) => !url.pathname.includes('/auth/'), { timeout: 30_000 });
    await page.locator('nav').first().waitFor({ timeout: 15_000 });
  };

  /** Goes to a page of the panel, e.g. `board`. */
  const go = async (page: Page, path: string): Promise<void> => {
    await page.goto(`${office.url}/admin/${path}`);
  };

  /** Leaves a picture, numbered in the order of the walk, and gives its file. */
  const picture = async (page: Page, name: string, { whole = false } = {}): Promise<string> => {
    pictures += 1;
    const file = join(out, `${String(pictures).padStart(2, '0')}-${name}.png`);
    await page.screenshot({ path: file, fullPage: whole });
    return file;
  };

  /** Ids of texts that were not found are shown as they are: 'guanjia.…', 'content-manager.…'. */
  const lookForBareIds = async (page: Page, where: string): Promise<void> => {
    const text = await page.locator('body').innerText();
    const bare = text.match(
      /(?<![@\w])(?:guanjia(?!\.example)|content-manager|components|containers|global|board|clock|home)\.[\w.-]+/g,
    );
    for (const id of new Set(bare ?? [])) fault(`${where}: no text for ${id}`);
  };

  /** Nothing may stick out to the side of the screen. */
  const lookForOverhang = async (page: Page, where: string): Promise<void> => {
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (over > 0) fault(`${where}: ${over} pixels wider than the screen`);
  };

  /** What axe-core calls serious or critical in the part of the page that `on` names is a fault. */
  const lookWithAxe = async (page: Page, where: string, on = 'main'): Promise<void> => {
    await page.evaluate(AXE);
    const found = await page.evaluate(runAxe, on);
    for (const { id, count, first } of found) fault(`${where}: axe ${id} ×${count}: ${first}`);
  };

  const note = (text: string): void => {
    notes.push(text);
  };

  /** What a program sees of the office under the log-in of `name`: gives the data of what was answered. */
  const callsAs = async (name: string): Promise<Call> => {
    const ask = async (path: string, data: object | undefined, token = ''): Promise<Answered> => {
      const answer = await fetch(`${office.url}${path}`, {
        ...(data ? { method: 'POST', body: JSON.stringify(data) } : {}),
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      });
      if (!answer.ok) throw new Error(`${name}: ${path}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as Answered;
    };
    const { data } = await ask('/admin/login', office.login(name));
    return async (path, input) => (await ask(path, input && { data: input }, data.token as string)).data;
  };

  /** A paper opens in a window of its own: it must come, and be a PDF. */
  const paper = async (page: Page, press: () => Promise<void>): Promise<void> => {
    const [answer, window] = await Promise.all([
      page.waitForResponse((response) => /\.pdf(\?|$)/.test(response.url()), { timeout: 20_000 }),
      page.waitForEvent('popup', { timeout: 20_000 }),
      press(),
    ]);
    const { status, type } = { status: answer.status(), type: answer.headers()['content-type'] ?? '' };
    if (status !== 200 || !type.startsWith('application/pdf'))
      fault(`${pathOf(page)}: the paper is ${status} ${type}`);
    await window.close();
  };

  return {
    url: office.url,
    notes,
    note,
    callsAs,
    paper,
    login: office.login,
    faults,
    opened,
    pictures: () => pictures,
    fault,
    open,
    windows,
    logIn,
    go,
    picture,
    lookForBareIds,
    lookForOverhang,
    lookWithAxe,
  };
}

/** Waits until the page has loaded what it needs and drawn it. */
export async function settled(page: Page): Promise<void> {
  // A page that listens for news is never idle.
  await page.waitForLoadState('networkidle', { timeout: 4_000 }).catch(() => undefined);
  await page.waitForTimeout(300);
}

/** The list of a record type, and the form of a new record. */
export const listOf = (type: string): string => `content-manager/collection-types/api::${type}.${type}`;

const pathOf = (page: Page): string => {
  try {
    return new URL(page.url()).pathname;
  } catch {
    return page.url();
  }
};

type Violation = { id: string; count: number; first: string };

/** Runs in the page. */
async function runAxe(on: string): Promise<Violation[]> {
  const { axe } = window as unknown as {
    axe: {
      run(on: string): Promise<{
        violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[];
      }>;
    };
  };
  const { violations } = await axe.run(on);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({
      id,
      count: nodes.length,
      first: `${nodes[0]?.html.slice(0, 200)} — ${nodes[0]?.failureSummary}`,
    }));
}
