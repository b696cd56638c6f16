import { readdirSync } from 'node:fs';
import path from 'node:path';
import { isEntitled } from '../../../src/rules/cases/decide';
import {
  POSTS,
  type Actor,
  type CaseDefinition,
  type CaseRecord,
  type Post,
} from '../../../src/rules/cases/types';
import { postsIn, relationIn, WHO } from '../../support/who';

const API = path.join(__dirname, '../../../src/api');
const definitions = new Map<string, CaseDefinition>();
beforeAll(async () => {
  for (const type of readdirSync(API).filter((one) => readdirSync(path.join(API, one)).includes('case.ts'))) {
    const made = Object.values(
      (await import(path.join(API, type, 'case'))) as Record<string, CaseDefinition>,
    );
    const definition = made.find((one) => one?.type === type);
    if (definition) definitions.set(type, definition);
  }
});

const actor = (post: Post): Actor => ({
  kind: 'staff',
  id: 'me',
  name: '我',
  posts: [post],
  teams: [],
  via: 'panel',
});

/** A serious complaint, done again, with a contractor: what opens an action to somebody for what the matter is. */
const RECORD: CaseRecord = {
  ...{ documentId: 'x', number: 'X-1', stage: 's', cycle: 1, version: 1 },
  ...{ kind: 'complaint', complaintClass: 'serious', rework: true, contractor: 'firm' },
};

test('[S-02] the table names every case type and every action, and no other', () => {
  const actions = [...definitions].map(([type, { actions: all }]) => [type, Object.keys(all).sort()]);
  const written = Object.entries(WHO).map(([type, all]) => [type, Object.keys(all).sort()]);
  expect(Object.fromEntries(written)).toEqual(Object.fromEntries(actions));
});

describe.each(Object.entries(WHO))('[S-02] %s', (type, actions) => {
  test.each(Object.entries(actions))('%s is open to these posts only, or by relation', (name, said) => {
    const action = definitions.get(type)?.actions[name];
    if (!action) throw new Error(`${type} has no ${name}`);
    expect(action.internal ?? false).toBe(said === '');
    const open = (record: CaseRecord): Post[] =>
      POSTS.filter((post) => !action.internal && isEntitled(action.who, actor(post), record)).sort();
    expect(open(RECORD)).toEqual(postsIn(said).sort());
    const relation = relationIn(said);
    if (relation) expect(open({ ...RECORD, [relation]: 'me' })).toEqual([...POSTS].sort());
  });
});
