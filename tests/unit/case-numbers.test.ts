import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseDefinition } from '../../src/rules/cases/types';
import { ARCHIVE_CLASSES, KINDS } from '../../src/rules/terms';

const TYPES = join(__dirname, '..', '..', 'src', 'api');
/** What a prefix may depend on. */
const WHAT = [
  ...KINDS.map((kind) => ({ kind })),
  ...ARCHIVE_CLASSES.map((archiveClass) => ({ archiveClass })),
];

const isDefinition = (value: unknown): value is CaseDefinition =>
  typeof value === 'object' && value !== null && 'prefix' in value && 'actions' in value;

test('[A-01] no two kinds of cases share the prefix of their numbers', async () => {
  const prefixes: string[] = [];
  const files = readdirSync(TYPES).map((type) => join(TYPES, type, 'case.ts'));
  for (const file of files.filter((one) => existsSync(one))) {
    const module = (await import(file)) as Record<string, unknown>;
    for (const { prefix } of Object.values(module).filter(isDefinition))
      prefixes.push(...(typeof prefix === 'string' ? [prefix] : new Set(WHAT.map((of) => prefix(of)))));
  }
  expect(prefixes.length).toBeGreaterThan(8);
  expect(new Set(prefixes).size).toBe(prefixes.length);
});
