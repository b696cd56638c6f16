import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';

import { CannotStart } from './sentences';

/** Where the office will listen. */
export type Address = { host: string; port: number };

/** Reads HOST and PORT, with the defaults of `config/server.ts`. */
export function addressFrom(env: NodeJS.ProcessEnv): Address {
  const port = Number(env['PORT'] || 1337);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new CannotStart({
      zh: `PORT 应为 1 到 65535 的整数，现在是“${env['PORT']}”。`,
      en: `PORT must be a whole number from 1 to 65535, it is "${env['PORT']}".`,
    });
  }
  return { host: env['HOST'] || '127.0.0.1', port };
}

/** Makes sure that nobody else listens where the office is to listen. */
export async function checkPort({ host, port }: Address): Promise<void> {
  const code = await new Promise<string | undefined>((resolve) => {
    const probe = net.createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
  if (code === undefined) return;
  if (code === 'EADDRINUSE') {
    throw new CannotStart({
      zh: `端口 ${port} 已被占用。请关掉占用它的程序，或换一个端口，例如 PORT=${nextTo(port)} npm start。`,
      en: `Port ${port} is taken. Stop the program that uses it, or take another, e.g. PORT=${nextTo(port)} npm start.`,
    });
  }
  throw new CannotStart({
    zh: `无法在 ${host}:${port} 上监听（${code}）。请检查 HOST 和 PORT。`,
    en: `Cannot listen on ${host}:${port} (${code}). Check HOST and PORT.`,
  });
}

/** Makes sure that a folder exists and can be written to. */
export function checkWritable(folder: string): void {
  try {
    fs.mkdirSync(folder, { recursive: true });
    const probe = path.join(folder, `.probe-${process.pid}`);
    fs.writeFileSync(probe, '');
    fs.rmSync(probe);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new CannotStart({
      zh: `无法写入文件夹 ${folder}（${reason}）。请把它交给当前用户。`,
      en: `The folder ${folder} cannot be written to (${reason}). Give it to the user who runs this.`,
    });
  }
}

function nextTo(port: number): number {
  return port < 65_535 ? port + 1 : port - 1;
}
