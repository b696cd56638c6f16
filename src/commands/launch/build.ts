import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import { compileServer } from './compile';
import { CACHE, DIST, ROOT } from './paths';
import { signalGroup } from './process-group';
import { CannotStart } from './sentences';
import { panelSources, serverSources } from './sources';

/** Each part carries the fingerprint of the sources it was made from, inside itself: they go together. */
const SERVER_STAMP = path.join(DIST, 'src', '.made-from');
const PANEL_STAMP = path.join(DIST, 'build', '.made-from');

/** What is missing or older than its sources. */
export type Stale = { server: boolean; panel: boolean };

/** Compares what is in `dist` with the sources as they are now. Takes a few hundredths of a second. */
export function whatIsStale(): Stale {
  return {
    server: stampOf(SERVER_STAMP) !== serverSources(),
    panel: stampOf(PANEL_STAMP) !== panelSources(),
  };
}

/**
 * Compiles the server beside what is there and swaps it in, so that an office that is running from `dist`
 * never meets half of it. Takes about two seconds.
 */
export async function buildServer(signal?: AbortSignal): Promise<void> {
  const sources = serverSources();
  const draft = path.join(DIST, `.draft-${process.pid}`);
  try {
    await compileServer(draft, signal);
    for (const part of ['config', 'src']) {
      const place = path.join(DIST, part);
      fs.rmSync(place, { recursive: true, force: true });
      fs.renameSync(path.join(draft, part), place);
    }
    fs.writeFileSync(SERVER_STAMP, sources);
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * Builds the panel. The server must be compiled: the panel is configured by it. Takes a minute or two.
 * @throws CannotStart with the builder's last words.
 */
export async function buildPanel(signal: AbortSignal): Promise<void> {
  const sources = panelSources();
  fs.mkdirSync(CACHE, { recursive: true });
  const logFile = path.join(CACHE, 'build.log');
  const code = await runBuilder(logFile, signal);
  signal.throwIfAborted();
  if (code !== 0) {
    const words = fs.readFileSync(logFile, 'utf8').trim().split('\n').slice(-30).join('\n');
    throw new CannotStart({
      zh: `面板没有建成。详见 ${logFile}：`,
      en: `The panel could not be built. See ${logFile}:\n${words}`,
    });
  }
  fs.writeFileSync(PANEL_STAMP, sources);
}

function stampOf(file: string): string | undefined {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
}

/** Runs the builder in a group of its own, so that all of it can be stopped at once. */
function runBuilder(logFile: string, signal: AbortSignal): Promise<number | null> {
  const log = fs.openSync(logFile, 'w');
  const builder = spawn(process.execPath, [path.join(__dirname, 'panel-builder.cjs')], {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  fs.closeSync(log);
  const stop = (): boolean => signalGroup(builder, 'SIGKILL');
  signal.addEventListener('abort', stop, { once: true });
  return new Promise<number | null>((resolve, reject) => {
    builder.on('error', reject);
    builder.on('close', resolve);
  }).finally(() => signal.removeEventListener('abort', stop));
}

/** The file behind `npx strapi`. */
export function strapiCommand(): string {
  return path.join(path.dirname(require.resolve('@strapi/strapi/package.json')), 'bin', 'strapi.js');
}
