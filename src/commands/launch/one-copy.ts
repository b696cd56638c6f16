import fs from 'node:fs';
import Module from 'node:module';
import path from 'node:path';

import { DIST, ROOT } from './paths';

type Resolve = (request: string, ...rest: unknown[]) => string;

/**
 * Lets a command and the office it opens share one copy of every module. The command reads `src` as
 * TypeScript, the office is found in `dist`; without this, what one registers the other would not know.
 * Does nothing where no TypeScript can be read.
 */
export function shareModules(): void {
  if (!require.extensions['.ts']) return;
  // Node's own hook for this is younger than the oldest Node we run on.
  const loader = Module as unknown as { _resolveFilename: Resolve };
  const resolve = loader._resolveFilename;
  const compiled = path.join(DIST, 'src') + path.sep;
  loader._resolveFilename = function (this: unknown, ...args) {
    const file = resolve.apply(this, args);
    if (!file.startsWith(compiled) || !file.endsWith('.js')) return file;
    const source = path.join(ROOT, 'src', `${file.slice(compiled.length, -'.js'.length)}.ts`);
    return fs.existsSync(source) ? source : file;
  };
}
