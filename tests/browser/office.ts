import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';

import { findEmbedded } from '../../database/embedded';
import { keepBuilt, takeBuilt } from '../start/built';
import { freshCopy } from '../start/copy';
import { leftOf, npm, processesOf } from '../start/running';

const MINUTE = 60_000;
const OPEN = /The office is open: {2}\S+/;
/** A row of the table of demo log-ins: the address and the password. */
const LOGIN = /(\S+@\S+)\s+(\S+)/g;

export type Login = { email: string; password: string };

/** An office that is open for the browser. */
export type OpenOffice = {
  url: string;
  /** The log-ins of the demo estate by the part before the `@`. */
  logins: ReadonlyMap<string, Login>;
  /** What it has said so far. */
  output: () => string;
  /** Where its database is. Throws where that is not known. */
  databaseUrl: () => string;
  close: () => Promise<void>;
};

/**
 * Opens an office by `npm start` in a fresh copy of the project, as a production build on a bundled PostgreSQL and a port
 * of its own, with the demo estate. What is built already from the same sources is used again.
 * @param stock with Strapi's own panel, without any of our pages: to compare with.
 */
export async function openOffice({ stock = false } = {}): Promise<OpenOffice> {
  const folder = freshCopy();
  const port = await freePort();
  if (stock) fs.rmSync(path.join(folder, 'src', 'admin'), { recursive: true });
  else takeBuilt(folder);
  const running = npm(folder, ['start'], {
    PORT: String(port),
    HOST: '127.0.0.1',
    // One machine logs in for everybody here.
    ADMIN_RATE_LIMIT: 'false',
  });
  // Whoever stops the walk stops the office; it closes by itself what it has opened.
  process.once('exit', running.ctrlC);
  const close = async (): Promise<void> => {
    running.ctrlC();
    const left = await leftOf(folder);
    for (const { pid } of processesOf(folder)) process.kill(pid, 'SIGKILL');
    fs.rmSync(folder, { recursive: true, force: true });
    if (left.length > 0) throw new Error(`the office left behind: ${left.join('; ')}`);
  };
  try {
    await running.says(OPEN, 7 * MINUTE);
    await running.says(/Ctrl-C stops it/, MINUTE);
    if (!stock) keepBuilt(folder);
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
  const logins = [...running.output().matchAll(LOGIN)].map(
    ([, email = '', password = '']) => [String(email.split('@')[0]), { email, password }] as const,
  );
  const databaseUrl = (): string => {
    const found = findEmbedded(path.join(folder, '.data'));
    if (!found) throw new Error('the office has no database of its own');
    return found.url;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    logins: new Map(logins),
    output: running.output,
    databaseUrl,
    close,
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
