import { fingerprint } from './fingerprint';

const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file);
const isIn = (folder: string) => (file: string) => file.startsWith(`${folder}/`);
const isCommand = isIn('src/commands');
const isPanel = isIn('src/admin');

/** Changes whenever the compiled server would: its sources, its settings, its libraries. */
export function serverSources(): string {
  return fingerprint({
    of: ['src', 'config', 'types', 'tsconfig.json', 'package-lock.json'],
    only: (file) => !isTest(file) && !isCommand(file) && !isPanel(file),
  });
}

/**
 * Changes whenever the built panel would: its sources and libraries, and the two settings that are built
 * into it, the path it is served under and the path of the office's public address. (Of the rules it takes
 * types only, which leave no trace in it.)
 */
export function panelSources(): string {
  const { PUBLIC_URL, ADMIN_PATH } = process.env;
  return fingerprint({
    of: ['src/admin', 'config/plugins.ts', 'config/admin.ts', 'config/features.ts', 'package-lock.json'],
    only: (file) => !isTest(file),
    and: [PUBLIC_URL ?? '', ADMIN_PATH ?? ''],
  });
}
