import path from 'node:path';

/** The project's folder. */
export const ROOT = path.resolve(__dirname, '..', '..', '..');

/** What an office keeps between starts: the bundled database, the lock. */
export const DATA = path.join(ROOT, '.data');

/** What can be thrown away at any time. */
export const CACHE = path.join(ROOT, '.cache');

/** What `npm start` runs: the compiled server and, in `build`, the panel. */
export const DIST = path.join(ROOT, 'dist');

/** The office's secrets and settings. */
export const ENV_FILE = path.join(ROOT, '.env');
