/**
 * `npm run emergencies [-- --data DIR] [--labels FILE]`: holds the default emergency rules against requests that were
 * read and labelled, and prints precision and recall per class for both halves of them.
 * `npm run emergencies -- --text "…"`: shows the rule and the word that make one text an emergency.
 *
 * Exit code 0: told. 1: data, labels or arguments are not there or cannot be read.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  HAZARDS,
  hazardWords,
  matchEmergency,
  outsidePartyWords,
  type EmergencyRule,
} from '../rules/emergency';
import { HALVES, readLabelled, type Labelled } from './emergency-labels/facts';
import { judgeAll, scoresOf, share, type Score, type Scores } from './emergency-labels/measure';
import { readDefaultRules } from './emergency-labels/rules';
import { sayRefused } from './importing/say';
import { CannotStart, complain, inLine } from './launch/sentences';
import { table } from './launch/table';

const ROOT = join(__dirname, '..', '..');
const RULES = join(ROOT, 'database', 'policy', 'emergency-rules.json');
const LABELS = join(ROOT, 'tests', 'fixtures', 'emergency', 'labels.csv');
const DATA = join(ROOT, '..', 'shared', 'data');

type Say = (line: string) => void;

/** Carries the command out and reports through `say`; true when it could be done. */
export async function runEmergencies(args: readonly string[], say: Say): Promise<boolean> {
  const asked = readArguments(args);
  if (!asked) {
    say('usage: npm run emergencies [-- --data DIR] [--labels FILE] [--text TEXT]');
    return false;
  }
  const rules = readDefaultRules(RULES);
  if (asked.text !== undefined) sayHit(rules, asked.text, say);
  else saySummary(rules, await readLabelled(asked.labels ?? LABELS, asked.data ?? DATA), say);
  return true;
}

function readArguments(args: readonly string[]) {
  try {
    const options = {
      data: { type: 'string' },
      labels: { type: 'string' },
      text: { type: 'string' },
    } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch {
    return null;
  }
}

function sayHit(rules: readonly EmergencyRule[], text: string, say: Say): void {
  const hit = matchEmergency(rules, { text, categories: [] });
  if (!hit) {
    say(inLine({ zh: '不属于急修', en: 'not an emergency by rule' }));
    return;
  }
  const { rule, word, at } = hit;
  say(`${inLine(rule.name)} (${rule.code}, ${inLine(hazardWords[rule.hazard])})`);
  say(`${word}: “${text.slice(...at)}” [${at.join(', ')})`);
  for (const party of rule.outsideParties) {
    const words = outsidePartyWords[party];
    say(`→ ${words ? inLine(words) : party}`);
  }
  if (rule.containFirst) say(inLine({ zh: '先行止损', en: 'stop the damage first' }));
}

function saySummary(rules: readonly EmergencyRule[], requests: readonly Labelled[], say: Say): void {
  const halves = HALVES.map((half) =>
    scoresOf(
      judgeAll(
        rules,
        requests.filter((each) => each.half === half),
      ),
    ),
  );
  const row = (name: string, key: keyof Scores): string[] => [
    name,
    ...halves.flatMap((scores) => cellsOf(scores[key])),
  ];
  const columns = ['labelled', 'hits', 'precision', 'recall'];
  const head = ['', ...HALVES.flatMap((half) => columns.map((column) => `${half} ${column}`))];
  const rows = HAZARDS.map((hazard) => row(hazard, hazard));
  say(table([head, ...rows, row('overall', 'overall'), row('emergency or not', 'any')]));
  say(`${requests.length} requests; “overall” asks for the class, “emergency or not” does not.`);
}

const cellsOf = ({ labelled, hits, right, found }: Score): string[] => [
  String(labelled),
  String(hits),
  share(right, hits),
  share(found, labelled),
];

async function main(): Promise<number> {
  try {
    return (await runEmergencies(process.argv.slice(2), (line) => process.stdout.write(`${line}\n`))) ? 0 : 1;
  } catch (error) {
    if (error instanceof CannotStart) complain(error.sentence);
    else sayRefused(error);
    return 1;
  }
}

if (require.main === module) void main().then((code) => (process.exitCode = code));
