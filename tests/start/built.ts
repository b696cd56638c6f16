import fs from 'node:fs';
import path from 'node:path';

import { CACHE } from '../../src/commands/launch/paths';

/** Where a built office is kept for the next one that would be built from the same sources. */
const KEPT = path.join(CACHE, 'tests', 'built');

/** Lays what was kept into a fresh copy. `npm start` looks itself whether it is of these sources, and builds it anew if not. */
export function takeBuilt(folder: string): void {
  if (fs.existsSync(KEPT)) fs.cpSync(KEPT, path.join(folder, 'dist'), { recursive: true });
}

/** Keeps what an office in `folder` has built. */
export function keepBuilt(folder: string): void {
  const draft = `${KEPT}.${process.pid}`;
  fs.cpSync(path.join(folder, 'dist'), draft, { recursive: true });
  fs.rmSync(KEPT, { recursive: true, force: true });
  fs.renameSync(draft, KEPT);
}
