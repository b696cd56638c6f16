/**
 * `npm run import -- --type ticket --file F --mapping M.json [--dry-run] [--keep-good] [--report R.csv]`
 *
 * Exit code 0: the file is in (or was already). 1: rows were rejected, or the file or mapping was refused.
 * 2: the command was not understood.
 */
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { checkFit, importFile, type ImportResult } from '../engine/import';
import type { Mapping } from '../rules/import';
import { loadMapping } from './importing/mapping-file';
import { openProgress } from './importing/progress';
import { problemLine, sayRefused, summary } from './importing/say';
import { withOffice } from './launch/office';
import { inLine } from './launch/sentences';

/** More faults than this go into a file, asked for or not. */
const MOST_SHOWN = 20;

interface Arguments {
  readonly type: string;
  readonly file: string;
  readonly mapping: string;
  readonly dryRun: boolean;
  readonly keepGood: boolean;
  readonly report: string | undefined;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function readArguments(): Arguments | null {
  try {
    const { values } = parseArgs({
      options: {
        type: { type: 'string' },
        file: { type: 'string' },
        mapping: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        'keep-good': { type: 'boolean', default: false },
        report: { type: 'string' },
      },
    });
    const { type, file, mapping, report } = values;
    if (!type || !file || !mapping) return null;
    return { type, file, mapping, report, dryRun: values['dry-run'], keepGood: values['keep-good'] };
  } catch {
    return null;
  }
}

async function run(args: Arguments): Promise<number> {
  let mapping: Mapping;
  try {
    mapping = loadMapping(args.mapping);
    await checkFit(args.file, mapping);
  } catch (error) {
    sayRefused(error);
    return 1;
  }
  const reportFile = args.report ?? `${basename(args.file)}.rejected.csv`;
  try {
    const { result, seconds } = await withOffice(async (strapi) => {
      const progress = openProgress(basename(args.file));
      const started = Date.now();
      try {
        const done = await importFile(strapi, { ...args, mapping, reportFile, progress: progress.tell });
        return { result: done, seconds: (Date.now() - started) / 1000 };
      } finally {
        progress.end();
      }
    });
    tell(result, args, { seconds, reportFile });
    return result.rejected === 0 || (args.keepGood && result.kept) ? 0 : 1;
  } catch (error) {
    sayRefused(error);
    return 1;
  }
}

function tell(
  result: ImportResult,
  args: Arguments,
  { seconds, reportFile }: { seconds: number; reportFile: string },
): void {
  for (const problem of result.problems.slice(0, MOST_SHOWN)) say(problemLine(problem));
  if (result.problemCount > 0) {
    say(
      inLine({
        zh: `${result.problemCount} 处问题，全部列在 ${reportFile}`,
        en: `${result.problemCount} faults, all in ${reportFile}`,
      }),
    );
  }
  for (const line of summary(result, { dryRun: args.dryRun, seconds })) say(line);
}

async function main(): Promise<void> {
  const args = readArguments();
  if (args) process.exit(await run(args));
  say(
    'npm run import -- --type TYPE --file FILE --mapping MAPPING.json [--dry-run] [--keep-good] [--report REPORT.csv]',
  );
  process.exit(2);
}

void main();
