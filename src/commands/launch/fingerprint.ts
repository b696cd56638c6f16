import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

import { ROOT } from './paths';

type Selection = {
  /** Files and folders, relative to the project. Those that are missing are passed over. */
  of: readonly string[];
  /** Which files count; all of them when absent. The path is relative to the project, with `/`. */
  only?: (file: string) => boolean;
  /** Whatever else the result depends on. */
  and?: readonly string[];
};

/** A hash over the names and contents of files: equal exactly when nothing in them changed. */
export function fingerprint({ of, only = () => true, and = [] }: Selection): string {
  const hash = createHash('sha256');
  for (const word of and) hash.update(`${word}\0`);
  for (const file of of.flatMap(filesIn).filter(only).sort()) {
    hash.update(`${file}\0`);
    hash.update(fs.readFileSync(path.join(ROOT, file)));
  }
  return hash.digest('hex').slice(0, 20);
}

function filesIn(entry: string): string[] {
  const place = path.join(ROOT, entry);
  if (!fs.existsSync(place)) return [];
  if (fs.statSync(place).isFile()) return [entry];
  return fs
    .readdirSync(place, { withFileTypes: true, recursive: true })
    .filter((found) => found.isFile())
    .map((found) => path.relative(ROOT, path.join(found.parentPath, found.name)).split(path.sep).join('/'));
}
