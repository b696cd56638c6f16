/**
 * `npm run roles`: what each role of the default policy may do with each type of record, and who may perform which action,
 * as Markdown tables for the README. `npm run roles -- --write` puts them there.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { RolePolicy } from '../engine/seed/roles';
import { isEntitled } from '../rules/cases/decide';
import type { Actor, CaseDefinition, CaseRecord, Post, Who } from '../rules/cases/types';
import { actionWord } from '../rules/words/cases';
import { enumWord } from '../rules/words/enums';
import { typeWords } from '../rules/words/types';
import type { Words } from '../rules/words/say';

const ROOT = path.resolve(__dirname, '../..');
const POLICY = path.join(ROOT, 'database/policy/roles.json');
export const README = path.join(ROOT, 'README.md');
const BEGIN = '<!-- roles:begin -->';
const END = '<!-- roles:end -->';

const SIGNS = { own: '°', buildings: '▫', department: '▪' } as const;
const VERBS = { read: 'R', create: 'C', update: 'U', delete: 'D' } as const;
type Verb = keyof typeof VERBS;
type Role = RolePolicy['roles'][number];

const both = (words: Words | undefined, otherwise: string): string =>
  words ? `${words.zh} ${words.en}` : otherwise;

const postOf = ({ code }: Role): Post => code.slice('office-'.length).replaceAll('-', '_') as Post;

/** The fields of a type that a role has by one verb; null where it has not the verb at all. */
function fieldsFor(
  { fields, bundles }: RolePolicy,
  { may }: Role,
  verb: Verb,
  type: string,
): Set<string> | null {
  const lists = may.flatMap((name) => {
    const given = bundles[name]?.[verb];
    if (Array.isArray(given)) return given.includes(type) ? [[]] : [];
    const list = (given as Readonly<Record<string, string>> | undefined)?.[type];
    return list ? [fields[type]?.[list] ?? []] : [];
  });
  return lists.length > 0 ? new Set(lists.flat()) : null;
}

/** A cell: the verbs, `*` after those that open fewer fields than another role has, then the sign of the condition. */
function cell(policy: RolePolicy, role: Role, type: string): string {
  const verbs = (Object.keys(VERBS) as Verb[]).map((verb) => {
    const own = fieldsFor(policy, role, verb, type);
    if (!own) return '';
    const most = Math.max(...policy.roles.map((one) => fieldsFor(policy, one, verb, type)?.size ?? 0));
    return own.size < most ? `${VERBS[verb]}\\*` : VERBS[verb];
  });
  const name = role.within?.[type];
  return verbs.join('') === '' ? '·' : `${verbs.join('')}${name ? SIGNS[name] : ''}`;
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  row(head),
  `|${head.map(() => '---').join('|')}|`,
  ...rows.map(row),
];

/** Who may read, create, update and delete what. */
export function typesTable(policy: RolePolicy): string[] {
  const types = Object.keys(typeWords).filter((type) => Object.hasOwn(policy.fields, type));
  const names = policy.roles.map((role) => both(enumWord('staff-member', 'post', postOf(role)), role.name));
  return table(
    ['', ...names],
    types.map((type) => [
      both(typeWords[type], type),
      ...policy.roles.map((role) => cell(policy, role, type)),
    ]),
  );
}

const actor = (post: Post): Actor => ({
  kind: 'staff',
  id: '-',
  name: '',
  posts: [post],
  teams: [],
  via: 'panel',
});

/** A record to which everything applies by which an action is open to posts: a complaint, done again, with a contractor. */
const RECORD: CaseRecord = {
  ...{ documentId: '', number: '', stage: '', cycle: 1, version: 1 },
  ...{ kind: 'complaint', complaintClass: 'minor', rework: true, contractor: '-' },
};

const nameOf = (who: Who): string[] => (typeof who === 'object' ? [who.name.replaceAll('_', ' ')] : []);

/** Which post may perform which action, by right of the post or by standing in a relation to the record. */
export function actionsTables(definitions: readonly CaseDefinition[], policy: RolePolicy): string[] {
  const posts = policy.roles.map(postOf);
  const names = posts.map((post) => enumWord('staff-member', 'post', post)?.zh ?? post);
  return definitions.flatMap(({ type, actions }) => {
    const rows = Object.entries(actions)
      .filter(([, { internal }]) => !internal)
      .map(([name, { who }]) => [
        both(actionWord(type, name), name),
        ...posts.map((post) => (isEntitled(who, actor(post), RECORD) ? '✓' : '·')),
        who.flatMap(nameOf).join(', '),
      ]);
    return rows.length === 0
      ? []
      : ['', `**${both(typeWords[type], type)}**`, '', ...table(['', ...names, '凭关系 By relation'], rows)];
  });
}

/** The case types, as their tables say. */
export async function caseDefinitions(): Promise<CaseDefinition[]> {
  const api = path.join(ROOT, 'src/api');
  const types = Object.keys(typeWords).filter((type) => existsSync(path.join(api, type, 'case.ts')));
  const found: CaseDefinition[] = [];
  for (const type of types) {
    const made = (await import(path.join(api, type, 'case'))) as Record<string, CaseDefinition>;
    const definition = Object.values(made).find((one) => one?.type === type && 'actions' in one);
    if (definition) found.push(definition);
  }
  return found;
}

/** Everything that stands between the marks in the README. */
export async function rolesText(): Promise<string> {
  const policy = JSON.parse(readFileSync(POLICY, 'utf8')) as RolePolicy;
  return [
    BEGIN,
    '',
    ...typesTable(policy),
    '',
    '<details><summary>Actions, by post and by relation to the record</summary>',
    ...actionsTables(await caseDefinitions(), policy),
    '',
    '</details>',
    '',
    END,
  ].join('\n');
}

/** The README with the tables of now in it. Throws where it has no place for them. */
export async function withRoles(readme: string): Promise<string> {
  const [from, to] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`README.md has no ${BEGIN} … ${END}`);
  return readme.slice(0, from) + (await rolesText()) + readme.slice(to + END.length);
}

async function main(): Promise<void> {
  if (process.argv.includes('--write')) writeFileSync(README, await withRoles(readFileSync(README, 'utf8')));
  else console.log(await rolesText());
}

if (require.main === module) void main();
