import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { fillOurs, fillPast } from '../load/fill';
import { openChromium } from './chromium';
import { openOffice, type Login, type OpenOffice } from './office';
import { walkThrough, type Walk } from './walk';
import * as walks from './walks';

/*
 * `npm run test:browser`: opens an office as production has it, walks through it in a real browser, and lists what is
 * wrong; exits 1 if anything is. Pictures go to tests/output/browser.
 *
 *   npm run test:browser                              every walk, in an office of its own
 *   npm run test:browser -- story board               these
 *   npm run test:browser -- board --url http://localhost:1337 --email E --password P
 *                                                     in an office that is open, everybody being E
 *   npm run test:browser -- speed --tickets 100000    with that many requests of the last two years in it
 *   npm run test:browser -- bundle --stock            how much Strapi's own panel loads, to compare with
 */

/** How many requests a home has in two years. */
const TICKETS_OF_A_UNIT = 20;

const OUT = join(__dirname, '..', 'output', 'browser');

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string' },
    stock: { type: 'boolean', default: false },
    tickets: { type: 'string', default: '0' },
    email: { type: 'string', default: process.env.PANEL_EMAIL ?? '' },
    password: { type: 'string', default: process.env.PANEL_PASSWORD ?? '' },
  },
});

type Named = [name: string, walk: (walk: Walk) => Promise<void>];

function chosen(): Named[] {
  const all = Object.entries(walks) as Named[];
  for (const name of positionals)
    if (!all.some(([known]) => known === name))
      throw new Error(`There is no walk ${name}; there are ${all.map(([known]) => known).join(', ')}.`);
  return all.filter(([name]) => positionals.length === 0 || positionals.includes(name));
}

async function openOrFind(): Promise<OpenOffice> {
  if (!options.url) return openOffice({ stock: options.stock });
  const everybody = { email: options.email, password: options.password };
  const logins = { get: () => everybody } as unknown as ReadonlyMap<string, Login>;
  const databaseUrl = (): string => {
    throw new Error('an office that is open already is not filled');
  };
  return { url: options.url, logins, output: () => '', databaseUrl, close: async () => undefined };
}

/** Gives the office as many requests of the last two years as were asked for. */
async function fill(office: OpenOffice): Promise<void> {
  const tickets = Number(options.tickets);
  if (!Number.isSafeInteger(tickets) || tickets < 0) throw new Error('--tickets takes a whole number');
  if (tickets === 0) return;
  const since = Date.now();
  const much = { tickets, units: Math.max(1, Math.round(tickets / TICKETS_OF_A_UNIT)) };
  await fillOurs(office.databaseUrl(), much);
  await fillPast(office.databaseUrl(), much);
  console.log(`${tickets} requests of ${much.units} homes after ${seconds(since)}`);
}

const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`;

async function main(): Promise<void> {
  const began = Date.now();
  const todo = chosen();
  const faults: string[] = [];
  rmSync(OUT, { recursive: true, force: true });
  const browser = await openChromium();
  try {
    const office = await openOrFind();
    console.log(`The office is open at ${office.url} after ${seconds(began)}`);
    try {
      await fill(office);
      for (const [name, walk] of todo) {
        const since = Date.now();
        const found = await take(name, walk, { browser, office });
        console.log(`${found.length === 0 ? '✓' : '✗'} ${name} (${seconds(since)})`);
        for (const text of found) console.log(`  ✗ ${text}`);
        faults.push(...found.map((text) => `${name}: ${text}`));
      }
    } finally {
      await office.close();
    }
  } finally {
    await browser.close();
  }
  for (const fault of faults) console.log(`✗ ${fault}`);
  console.log(`${faults.length === 0 ? '✓ nothing wrong' : `${faults.length} faults`}, ${seconds(began)}`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

type Place = { browser: Awaited<ReturnType<typeof openChromium>>; office: OpenOffice };

/** Takes one walk to its end or to where it breaks off, and gives what it found wrong. */
async function take(name: string, walk: Named[1], { browser, office }: Place): Promise<string[]> {
  const login = (who: string): Login => {
    const found = office.logins.get(who);
    if (!found) throw new Error(`nobody logs in as ${who}`);
    return found;
  };
  const walking = walkThrough({ browser, office: { url: office.url, login }, out: join(OUT, name) });
  try {
    await walk(walking);
  } catch (error) {
    walking.fault(`broke off: ${String(error).slice(0, 1500)}`);
    for (const page of walking.opened)
      if (!page.isClosed()) await walking.picture(page, 'broken').catch(() => undefined);
  }
  for (const page of walking.opened) await page.context().close();
  for (const note of walking.notes) console.log(`  ${note}`);
  return walking.faults;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

main().catch((error: unknown) => {
  console.error(`✗ ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
