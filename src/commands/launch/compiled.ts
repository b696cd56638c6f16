import fs from 'node:fs';
import Module from 'node:module';
import path from 'node:path';

import { buildServer, whatIsStale } from './build';
import { checkWritable } from './checks';
import { keepHouseOrEnd } from './housekeeping';
import { CACHE, DIST, ROOT } from './paths';
import { countSteps } from './steps';

type Resolve = (request: string, ...rest: unknown[]) => string;

const SOURCES = path.join(ROOT, 'src') + path.sep;
const COMMANDS = path.join(SOURCES, 'commands') + path.sep;

/**
 * Lets a command run on the compiled server, as the office it opens does: one copy of every module, without a
 * translator between. What is older than its sources is compiled first, two seconds' work; then whatever is
 * asked of `src`, other than the commands themselves, is found in `dist`.
 *
 * When it cannot be had, one sentence says so and the process ends.
 */
export async function runOnCompiled(): Promise<void> {
  await keepHouseOrEnd(async (house) => {
    if (!whatIsStale().server) return;
    checkWritable(CACHE);
    const building = { zh: '编译服务', en: 'compiling the server' };
    await countSteps(1).run(building, () => buildServer(house.signal));
  });
  takeFromDist();
}

function takeFromDist(): void {
  // Node's own hook for this is younger than the oldest Node we run on.
  const loader = Module as unknown as { _resolveFilename: Resolve };
  const resolve = loader._resolveFilename;
  loader._resolveFilename = function (this: unknown, ...args) {
    const file = resolve.apply(this, args);
    if (!file.startsWith(SOURCES) || !file.endsWith('.ts') || file.startsWith(COMMANDS)) return file;
    const compiled = path.join(DIST, 'src', `${file.slice(SOURCES.length, -'.ts'.length)}.js`);
    return fs.existsSync(compiled) ? compiled : file;
  };
}
