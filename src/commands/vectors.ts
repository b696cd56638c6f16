/**
 * `npm run vectors -- FILE [FILE…]`: holds the business-time calculator against files of facts.
 * Prints what passed and failed; exits 1 on a failure or a file that cannot be read.
 */

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { missesOf, type VectorCase } from '../rules/time/vector-case';

const spans = z.array(z.tuple([z.string(), z.string()]));

const common = {
  id: z.string(),
  timezone: z.string(),
  calendar: z.object({
    weekly: z.record(z.string(), spans),
    holidays: z
      .array(z.string())
      .nullish()
      .transform((dates) => dates ?? []),
    specialWorkdays: z
      .array(z.object({ date: z.string(), hours: spans }))
      .nullish()
      .transform((rows) => rows ?? []),
  }),
  start: z.string(),
  pauses: z.array(z.object({ from: z.string(), to: z.string() })).optional(),
  flags: z.array(z.string()).optional(),
  precision: z.literal('minute').nullish(),
};

const due = {
  ...common,
  minutes: z.number().optional(),
  seconds: z.number().optional(),
  expectedDue: z.string(),
  canonicalDue: z.string().optional(),
  alsoAccept: z.array(z.string()).optional(),
};

const vector = z.discriminatedUnion('kind', [
  z.object({ ...due, kind: z.literal('due') }),
  z.object({
    ...due,
    kind: z.literal('escalation'),
    escalationOffsetMinutes: z.number(),
    expectedEscalation: z.string(),
  }),
  z.object({
    ...common,
    kind: z.literal('elapsed'),
    end: z.string(),
    expectedElapsedMinutes: z.number().optional(),
    expectedElapsedSeconds: z.number().optional(),
    rounding: z.enum(['floor', 'nearest', 'ceil']).nullish(),
  }),
]);

/** Reads a file of facts. Throws an Error whose message is one line naming file, case and fault. */
export function readVectors(file: string): VectorCase[] {
  const rows = readRows(file);
  return rows.map((row, i) => {
    const id = nameOf(row, i);
    const kind = fieldOf(row, 'kind');
    if (!['due', 'elapsed', 'escalation'].includes(kind))
      throw new Error(`${file}: ${id}: unknown kind "${kind}"`);
    const read = vector.safeParse(row);
    if (!read.success) {
      const faults = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
      throw new Error(`${file}: ${id}: ${faults.join('; ')}`);
    }
    if (read.data.kind !== 'elapsed' && read.data.minutes === undefined && read.data.seconds === undefined) {
      throw new Error(`${file}: ${id}: neither minutes nor seconds`);
    }
    return read.data;
  });
}

/** Runs the files and reports through `say`; true when everything passed. */
export function runVectors(files: readonly string[], say: (line: string) => void): boolean {
  if (files.length === 0) {
    say('usage: npm run vectors -- FILE [FILE…]');
    return false;
  }
  return files.map((file) => runFile(file, say)).every(Boolean);
}

function runFile(file: string, say: (line: string) => void): boolean {
  try {
    const vectors = readVectors(file);
    const failed = vectors
      .map((each) => ({ id: each.id, misses: missesOf(each) }))
      .filter(({ misses }) => misses.length > 0);
    for (const { id, misses } of failed) {
      for (const { what, expected, got } of misses)
        say(`FAIL ${id}: ${what}: expected ${expected}, got ${got}`);
    }
    say(
      `${basename(file)}: ${vectors.length - failed.length} passed, ${failed.length} failed of ${vectors.length}`,
    );
    return failed.length === 0;
  } catch (error) {
    say(`error: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

function readRows(file: string): unknown[] {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new Error(`cannot read ${file}: ${reason}`);
  }
  if (!Array.isArray(content)) throw new Error(`cannot read ${file}: not a list of cases`);
  return content;
}

function fieldOf(row: unknown, field: string): string {
  if (typeof row !== 'object' || row === null) return '';
  return String((row as Record<string, unknown>)[field] ?? '');
}

function nameOf(row: unknown, i: number): string {
  return fieldOf(row, 'id') || `case ${i + 1}`;
}

if (require.main === module) {
  process.exitCode = runVectors(process.argv.slice(2), (line) => process.stdout.write(`${line}\n`)) ? 0 : 1;
}
