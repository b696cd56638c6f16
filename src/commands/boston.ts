/**
 * `npm run boston -- --file F [--file G …] [--rules R.csv]`
 *
 * Imports requests of the city of Boston, in a database of its own, under promises made from the rules that
 * were worked out from them, and holds our due times and verdicts against the city's. Without `--rules`,
 * `sla_rules_inferred.csv` beside the first file.
 *
 * Exit code 0: due time and verdict agree for 99 % of the rows that count. 1: they do not, or a file was
 * refused. 2: the command was not understood.
 */
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Core } from '@strapi/strapi';
import { importFile } from '../engine/import';
import { officeOf, setOffice } from '../engine/office';
import { nameKey, type Mapping } from '../rules/import';
import { readJudged, readRules, type TypeRule } from './boston-311/facts';
import { emptyTally, judge, share, worstTypes, type OurClock, type Tally } from './boston-311/judge';
import { giveBostonPolicy, readClocks } from './boston-311/policy';
import { loadMapping } from './importing/mapping-file';
import { openProgress } from './importing/progress';
import { problemLine, sayRefused, summary } from './importing/say';
import { withOffice } from './launch/office';
import { inLine } from './launch/sentences';
import { table } from './launch/table';

const LEAST = 0.99;
const MOST_SHOWN = 10;
const MAPPING = join(__dirname, 'mappings', 'boston-311.json');

interface Arguments {
  readonly files: readonly string[];
  readonly rules: string;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function readArguments(): Arguments | null {
  try {
    const { values } = parseArgs({
      options: { file: { type: 'string', multiple: true }, rules: { type: 'string' } },
    });
    const [first] = values.file ?? [];
    if (first === undefined) return null;
    return {
      files: values.file ?? [],
      rules: values.rules ?? join(dirname(first), 'sla_rules_inferred.csv'),
    };
  } catch {
    return null;
  }
}

async function run({ files, rules: rulesFile }: Arguments): Promise<number> {
  try {
    const mapping = loadMapping(MAPPING);
    const rules = await readRules(rulesFile);
    const asOf = await endOfData(files);
    const tallies = await withOffice(
      async (strapi) => {
        // The office stands at the last moment that the files tell of: what still runs then has no verdict yet.
        setOffice(strapi, { ...officeOf(strapi), now: () => asOf });
        await giveBostonPolicy(strapi, rules.values());
        for (const file of files) await importOne(strapi, file, mapping);
        return tallyAll(files, rules, await readClocks(strapi));
      },
      { scratch: true },
    );
    return tell(tallies, asOf) ? 0 : 1;
  } catch (error) {
    sayRefused(error);
    return 1;
  }
}

async function importOne(strapi: Core.Strapi, file: string, mapping: Mapping): Promise<void> {
  const progress = openProgress(basename(file));
  const started = Date.now();
  const result = await importFile(strapi, {
    type: 'ticket',
    file,
    mapping,
    keepGood: true,
    progress: progress.tell,
  }).finally(progress.end);
  say(basename(file));
  for (const problem of result.problems.slice(0, MOST_SHOWN)) say(problemLine(problem));
  for (const line of summary(result, { dryRun: false, seconds: (Date.now() - started) / 1000 }))
    say(`  ${line}`);
}

/** The last moment at which anything happened in the files. */
async function endOfData(files: readonly string[]): Promise<number> {
  let latest = 0;
  for (const file of files) {
    for await (const { openedAt, closedAt } of readJudged(file))
      latest = Math.max(latest, openedAt ?? 0, closedAt ?? 0);
  }
  return latest;
}

type Tallies = ReadonlyMap<string, Tally>;

async function tallyAll(
  files: readonly string[],
  rules: ReadonlyMap<string, TypeRule>,
  clocks: ReadonlyMap<string, OurClock>,
): Promise<Tallies> {
  const tallies = new Map<string, Tally>();
  for (const file of files) {
    const tally = emptyTally();
    for await (const row of readJudged(file)) {
      judge(tally, row, { rule: rules.get(nameKey(row.type)), clock: clocks.get(row.id) });
    }
    tallies.set(basename(file), tally);
  }
  return tallies;
}

const percent = (part: number, whole: number): string => `${(100 * share(part, whole)).toFixed(2)} %`;

/** Prints both shares; true when both are high enough for the files together. */
function tell(tallies: Tallies, asOf: number): boolean {
  const all = emptyTally();
  for (const tally of tallies.values()) {
    for (const what of ['rows', 'absent', 'due', 'judged', 'verdict'] as const) all[what] += tally[what];
    for (const [key, one] of tally.types) {
      const sum = all.types.get(key) ?? { type: one.type, rows: 0, due: 0, verdict: 0 };
      for (const what of ['rows', 'due', 'verdict'] as const) sum[what] += one[what];
      all.types.set(key, sum);
    }
  }
  const row = (name: string, tally: Tally): string[] => [
    name,
    String(tally.rows),
    percent(tally.due, tally.rows),
    percent(tally.verdict, tally.judged),
    String(tally.absent),
  ];
  say('');
  say(
    table([
      ['文件 file', '计入行 rows', '时限相符 due', '结论相符 verdict', '未导入 absent'],
      ...[...tallies].map(([name, tally]) => row(name, tally)),
      ...(tallies.size > 1 ? [row('合计 all', all)] : []),
    ]),
  );
  tellWorst(all);
  const good = share(all.due, all.rows) >= LEAST && share(all.verdict, all.judged) >= LEAST;
  const end = new Date(asOf).toISOString();
  say('');
  say(inLine({ zh: `数据截至 ${end}`, en: `data until ${end}` }));
  say(
    inLine(
      good
        ? { zh: '两项均达到 99%', en: 'both shares reach 99 %' }
        : { zh: '未达到 99%', en: 'a share is below 99 %' },
    ),
  );
  return good;
}

function tellWorst(tally: Tally): void {
  const worst = worstTypes(tally, MOST_SHOWN);
  if (worst.length === 0) return;
  say('');
  say(
    table([
      ['最差的类别 worst types', '行 rows', '时限 due', '结论 verdict'],
      ...worst.map(({ type, rows, due, verdict }) => [
        type,
        String(rows),
        percent(due, rows),
        percent(verdict, rows),
      ]),
    ]),
  );
}

async function main(): Promise<void> {
  const args = readArguments();
  if (args) process.exit(await run(args));
  say('npm run boston -- --file FILE [--file FILE …] [--rules RULES.csv]');
  process.exit(2);
}

void main();
