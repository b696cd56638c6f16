import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseDefinition } from '../../src/rules/cases/types';

const TYPES = join(__dirname, '..', '..', 'src', 'api');
const KINDS = ['repair', 'complaint', 'inquiry', 'suggestion', 'help', 'paid_service'];

const isDefinition = (value: unknown): value is CaseDefinition =>
  typeof value === 'object' && value !== null && 'prefix' in value && 'actions' in value;

test('[A-01] no two kinds of cases share the prefix of their numbers', async () => {
  const prefixes: string[] = [];
  const files = readdirSync(TYPES).map((type) => join(TYPES, type, 'case.ts'));
  for (const file of files.filter((one) => existsSync(one))) {
    const module = (await import(file)) as Record<string, unknown>;
    for (const { prefix } of Object.values(module).filter(isDefinition))
      prefixes.push(...(typeof prefix === 'string' ? [prefix] : KINDS.map((kind) => prefix({ kind }))));
  }
  expect(prefixes.length).toBeGreaterThan(8);
  expect(new Set(prefixes).size).toBe(prefixes.length);
});
