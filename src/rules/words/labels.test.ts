import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { enumWord, enumWords, valueWords } from './enums';
import { fieldWord, fieldWords } from './fields';
import type { Words } from './say';
import { typeWords } from './types';

interface Schema {
  readonly info: { readonly displayName: string };
  readonly attributes: Readonly<Record<string, { readonly type: string; readonly enum?: readonly string[] }>>;
}

const src = join(__dirname, '..', '..');
const read = (...path: string[]): Schema => JSON.parse(readFileSync(join(src, ...path), 'utf8')) as Schema;

const folders = (path: string): string[] =>
  existsSync(path)
    ? readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
    : [];

function schemas(): [name: string, schema: Schema][] {
  const types = folders(join(src, 'api')).flatMap((api) =>
    folders(join(src, 'api', api, 'content-types')).map((type): [string, Schema] => [
      type,
      read('api', api, 'content-types', type, 'schema.json'),
    ]),
  );
  const components = folders(join(src, 'components')).flatMap((group) =>
    readdirSync(join(src, 'components', group)).map((file): [string, Schema] => [
      `${group}.${file.replace(/\.json$/, '')}`,
      read('components', group, file),
    ]),
  );
  return [...types, ...components];
}

const hasBoth = (words: Words | undefined): boolean =>
  words !== undefined &&
  /\p{Script=Han}/u.test(words.zh) &&
  words.en.trim() !== '' &&
  !/\p{Script=Han}/u.test(words.en);

const all = schemas();

describe.each(all)('%s', (type, schema) => {
  test('has a name in both languages, and the panel finds it by its display name', () => {
    expect(hasBoth(typeWords[type])).toBe(true);
    expect(typeWords[type]?.en).toBe(schema.info.displayName);
  });

  test('has words in both languages for every field', () => {
    const missing = Object.keys(schema.attributes).filter((field) => !hasBoth(fieldWord(type, field)));
    expect(missing).toEqual([]);
  });

  test('has words in both languages for every value of its enumerations', () => {
    const missing = Object.entries(schema.attributes).flatMap(([field, { enum: values = [] }]) =>
      values
        .filter((value) => !hasBoth(enumWord(type, field, value)) || !valueWords[value])
        .map((value) => `${field}: ${value}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('the words', () => {
  test('name no type and no field that is not there', () => {
    const known = new Map(all);
    const strangers = Object.keys(typeWords).filter((type) => !known.has(type));
    for (const [type, fields] of Object.entries(fieldWords)) {
      if (type === 'common') continue;
      strangers.push(
        ...Object.keys(fields)
          .filter((field) => !known.get(type)?.attributes[field])
          .map((field) => `${type}.${field}`),
      );
    }
    expect(strangers).toEqual([]);
  });

  test('call a code the same in every field, but for the two that are told apart by their field', () => {
    const texts = new Map<string, Set<string>>();
    for (const table of Object.values(enumWords)) {
      for (const [value, { zh }] of Object.entries(table))
        texts.set(value, (texts.get(value) ?? new Set()).add(zh));
    }
    expect([...texts].flatMap(([value, names]) => (names.size > 1 ? [value] : [])).sort()).toEqual([
      'department',
      'due',
    ]);
  });
});
