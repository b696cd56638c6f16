/**
 * `npm run replay -- --log servicenow|helpdesk --file F`
 *
 * Performs every event of a log from elsewhere as an action of the office, one by one, at the event's own
 * time, in a database of its own; then holds reassignments and reopenings against the log's own counts.
 *
 * Exit code 0: every event was performed or refused with a reason, and every difference is explained.
 * 1: a difference that nothing explains, or the log was refused. 2: the command was not understood.
 */
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { openProgress } from './importing/progress';
import { sayRefused } from './importing/say';
import { withOffice } from './launch/office';
import { compare } from './replaying/compare';
import { helpDesk } from './replaying/helpdesk';
import { readLog } from './replaying/read-log';
import { replay } from './replaying/replay';
import { comparedLines, replayedLines } from './replaying/say';
import { serviceNow } from './replaying/servicenow';
import type { LogKind } from './replaying/types';

const KINDS: Readonly<Record<string, LogKind>> = { servicenow: serviceNow, helpdesk: helpDesk };

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function readArguments(): { kind: LogKind; file: string } | null {
  try {
    const { values } = parseArgs({ options: { log: { type: 'string' }, file: { type: 'string' } } });
    const kind = KINDS[values.log ?? ''];
    return kind && values.file ? { kind, file: values.file } : null;
  } catch {
    return null;
  }
}

async function run({ kind, file }: { kind: LogKind; file: string }): Promise<number> {
  try {
    const log = await readLog(file, kind);
    return await withOffice(
      async (strapi) => {
        const progress = openProgress(basename(file));
        const started = Date.now();
        const replayed = await replay(strapi, { log, kind, progress: progress.tell }).finally(progress.end);
        const seconds = (Date.now() - started) / 1000;
        for (const line of replayedLines(replayed)) say(line);
        const compared = await compare(strapi, { log, kind, replayed });
        say('');
        for (const line of comparedLines(compared)) say(line);
        say(`${seconds.toFixed(1)} s, ${Math.round(replayed.events / seconds)}/s`);
        return compared.mismatches.every(({ why }) => why.length > 0) ? 0 : 1;
      },
      { scratch: true },
    );
  } catch (error) {
    sayRefused(error);
    return 1;
  }
}

async function main(): Promise<void> {
  const args = readArguments();
  if (args) process.exit(await run(args));
  say(`npm run replay -- --log ${Object.keys(KINDS).join('|')} --file FILE`);
  process.exit(2);
}

void main();
