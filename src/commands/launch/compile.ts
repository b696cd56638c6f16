import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import { ROOT } from './paths';

/**
 * Compiles the server's TypeScript into `folder`, which is emptied first: a content type that is gone from
 * the sources must not live on in it. Types are not checked here, `npm run typecheck` does that.
 * @throws Error with the compiler's words when a file cannot be read as TypeScript.
 */
export async function compileServer(folder: string, signal?: AbortSignal): Promise<void> {
  fs.rmSync(folder, { recursive: true, force: true });
  const compiler = require.resolve('typescript/bin/tsc');
  const flags = ['-p', 'tsconfig.json', '--noCheck', '--noResolve', '--outDir', folder];
  const complaint = await run([compiler, ...flags], signal);
  if (complaint !== undefined) throw new Error(complaint || 'the TypeScript compiler failed');
  if (!fs.existsSync(path.join(folder, 'src', 'index.js'))) throw new Error('the compiler wrote no server');
}

/** Resolves to nothing when all went well, to the output when it did not. */
function run(args: string[], signal?: AbortSignal): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], signal });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (part: Buffer) => (output += part.toString()));
    }
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0 ? undefined : output.trim()));
  });
}
