import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { ROOT } from '../../../src/commands/launch/paths';
import { TEST_ENVIRONMENT } from '../../support/environment';
import type { Line } from '../table';
import type { Stage } from './http';

const MAPPING = {
  type: 'ticket',
  timeZone: 'Asia/Shanghai',
  formats: ['yyyy-MM-dd HH:mm:ss'],
  key: { prefix: 'bench:', columns: [{ column: '单号' }] },
  steps: [
    {
      action: 'register',
      at: { column: '报修时间' },
      input: {
        kind: { value: 'repair' },
        matter: { column: '内容', required: true },
        requesterName: { column: '报修人' },
        category: { column: '类别', lookup: 'category', create: true },
      },
    },
    {
      action: 'complete',
      at: { column: '完成时间' },
      when: { column: '完成时间', filled: true },
      input: { result: { column: '处理结果' } },
    },
  ],
};

/** A register of the past three years, nine in ten of its requests done. */
function writeRegister(file: string, rows: number): void {
  const at = (ms: number): string => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
  const first = Date.now() - 3 * 365 * 86_400_000;
  const step = (3 * 365 * 86_400_000 - 86_400_000) / rows;
  const lines = ['单号,报修时间,报修人,类别,内容,完成时间,处理结果'];
  for (let row = 0; row < rows; row += 1) {
    const reported = first + row * step;
    const done = row % 10 === 0 ? '' : at(reported + ((row % 97) + 1) * 600_000);
    lines.push(
      `B${row},${at(reported)},住户${row % 5000},类别${row % 12},厨房水管漏水 ${row},${done},${done && '已修复'}`,
    );
  }
  fs.writeFileSync(file, lines.join('\n'));
}

/** The import command on a file of `rows` requests: its speed as it tells it, and the most memory it held. */
export async function measureImport({ ours, options: { rows } }: Stage): Promise<Line[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'guanjia-register-'));
  try {
    const [file, mapping] = ['register.csv', 'mapping.json'].map((name) => path.join(folder, name)) as [
      string,
      string,
    ];
    writeRegister(file, rows);
    fs.writeFileSync(mapping, JSON.stringify(MAPPING));
    const args = [
      '--type',
      'ticket',
      '--file',
      file,
      '--mapping',
      mapping,
      '--report',
      path.join(folder, 'faults.csv'),
    ];
    const { rate, peak } = await runImport(ours.databaseUrl, args);
    const line = (what: string, value: string, target: string, met: boolean | null): Line => ({
      what,
      ours: value,
      stock: '',
      ratio: '',
      target,
      met,
    });
    return [
      line(`import of ${rows.toLocaleString('en')} rows, a second`, rate.toFixed(0), '≥ 1000', rate >= 1000),
      line(
        'import, most memory held',
        peak === null ? 'not known here' : `${Math.round(peak)} MB`,
        '< 500 MB',
        peak === null ? null : peak < 500,
      ),
    ];
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function runImport(
  databaseUrl: string,
  args: string[],
): Promise<{ rate: number; peak: number | null }> {
  const child = spawn(
    process.execPath,
    [
      '--max-old-space-size=320',
      '--max-semi-space-size=32',
      path.join(ROOT, 'src', 'commands', 'launch', 'run.cjs'),
      'import',
      ...args,
    ],
    {
      cwd: ROOT,
      env: {
        PATH: process.env['PATH'],
        ...TEST_ENVIRONMENT,
        NODE_ENV: 'production',
        DATABASE_URL: databaseUrl,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (said += part.toString()));
  let peak: number | null = null;
  const watching = setInterval(() => (peak = peakOf(child.pid) ?? peak), 200);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(watching);
  const rate = Number(/, (\d+)\/s/.exec(said)?.[1]);
  if (code !== 0 || !rate) throw new Error(`the import failed:\n${said.slice(-3000)}`);
  return { rate, peak };
}

/** The most memory a process has held so far, MB, as Linux keeps it. */
function peakOf(pid: number | undefined): number | null {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes ? Number(kilobytes) / 1024 : null;
  } catch {
    return null;
  }
}
