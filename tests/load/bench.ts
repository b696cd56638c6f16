import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { scripts } from '../../package.json';
import { compileServer } from '../../src/commands/launch/compile';
import { CACHE, ROOT } from '../../src/commands/launch/paths';
import { serve, type Running } from './children';
import { startServer } from './database';
import { whatItSays } from './drive';
import { fillOurs, fillStaff, fillStock } from './fill';
import { measureClocks } from './measures/clocks';
import { measureFigures } from './measures/figures';
import { measureDueTimes } from './measures/due-times';
import { measureDesk } from './measures/desk';
import { measureIntake, measureList, measureOne, type Stage } from './measures/http';
import { measureImport } from './measures/import';
import { optionsFrom, type MeasureName, type Options } from './options';
import { writeStockApp } from './stock/app';
import { tableOf, type Line } from './table';

const say = (line: string): void =>
  void process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);

const MEASURE: Record<MeasureName, (stage: Stage) => Promise<Line[]> | Line[]> = {
  intake: measureIntake,
  desk: measureDesk,
  one: measureOne,
  list: measureList,
  clocks: measureClocks,
  'due-times': measureDueTimes,
  import: measureImport,
  figures: measureFigures,
};

/** What `npm start` tells Node; `strapi start`, by which a plain app is started, tells it nothing. */
const START_FLAGS = scripts.start.split(' ').filter((word) => word.startsWith('--'));

/** `npm run bench`: measures the office and a plain Strapi side by side and prints the table. */
async function bench(options: Options): Promise<Line[]> {
  const closing: (() => unknown)[] = [];
  try {
    say('PostgreSQL, and both apps');
    const server = await startServer();
    closing.push(() => server.stop());
    const folder = path.join(CACHE, `bench-${process.pid}`);
    closing.push(() => fs.rmSync(folder, { recursive: true, force: true }));
    await compileServer(folder);
    const ours = await serve({
      appDir: ROOT,
      distDir: folder,
      databaseUrl: server.address('ours'),
      flags: START_FLAGS,
    });
    closing.push(() => ours.stop());
    const app = writeStockApp();
    closing.push(() => fs.rmSync(app, { recursive: true, force: true }));
    const stock = await serve({ appDir: app, distDir: app, databaseUrl: server.address('stock') });
    closing.push(() => stock.stop());
    await fill({ ours, stock, options });
    const lines: Line[] = [];
    for (const name of options.only) {
      say(name);
      lines.push(...(await attempt(name, { ours, stock, options })));
    }
    return lines;
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

/** A measure that fails is a line that is not met; the others are still worth knowing. */
async function attempt(name: MeasureName, stage: Stage): Promise<Line[]> {
  try {
    return await MEASURE[name](stage);
  } catch (error) {
    console.error(error);
    return [{ what: name, ours: 'failed', stock: '', ratio: '', target: '', met: false }];
  }
}

async function fill({ ours, stock, options }: Stage): Promise<void> {
  say(`${options.tickets} tickets in both databases`);
  await fillStaff(ours.databaseUrl);
  // The first request puts the versions of the targets on record.
  const first = await firstIntake(ours);
  if (!first.startsWith('201')) throw new Error(first);
  await fillOurs(ours.databaseUrl, options);
  await fillStock(stock.databaseUrl, options);
}

const firstIntake = (ours: Running): Promise<string> =>
  whatItSays(ours, {
    method: 'POST',
    path: '/api/tickets',
    body: { kind: 'repair', channel: 'phone', matter: 'bench' },
  });

async function main(): Promise<void> {
  const options = optionsFrom(process.argv.slice(2));
  const lines = await bench(options);
  const output = path.join(ROOT, 'tests', 'output');
  fs.mkdirSync(output, { recursive: true });
  const machine = {
    cpus: os.cpus().length,
    model: os.cpus()[0]?.model,
    memory: os.totalmem(),
    node: process.version,
  };
  const report = {
    at: new Date().toISOString(),
    machine,
    options: { ...options, only: [...options.only] },
    lines,
  };
  fs.writeFileSync(path.join(output, 'bench.json'), `${JSON.stringify(report, null, 2)}\n`);
  process.stdout.write(`${tableOf(lines)}\n`);
  process.exitCode = lines.some(({ met }) => met === false) ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 2;
});
