import { readFileSync } from 'node:fs';
import type { RolePolicy } from '../engine/seed/roles';
import { actionsTables, caseDefinitions, README, typesTable, withRoles } from './roles';

const readme = readFileSync(README, 'utf8');

test('[S-02] the README says what the roles may, as they are seeded', async () => {
  expect(await withRoles(readme)).toBe(readme);
});

test('a README without a place for the tables is refused', async () => {
  await expect(withRoles('# Guanjia')).rejects.toThrow('roles:begin');
});

const policy: RolePolicy = {
  fields: { ticket: { all: ['number', 'matter'], some: ['number'] } },
  bundles: {
    all: { read: { ticket: 'all' }, create: { ticket: 'all' }, delete: ['ticket'] },
    some: { read: { ticket: 'some' } },
  },
  roles: [
    { code: 'office-manager', name: '经理', description: '', may: ['all', 'some'] },
    {
      code: 'office-technician',
      name: '维修技工',
      description: '',
      may: ['some'],
      within: { ticket: 'own' },
    },
    { code: 'office-finance', name: '财务', description: '', may: [] },
  ],
};

test('a cell names the verbs, marks those that open fewer fields, and says which records', () => {
  expect(typesTable(policy)).toEqual([
    '|  | 经理 Manager | 维修技工 Technician | 财务 Finance |',
    '|---|---|---|---|',
    '| 工单 Ticket | RCD | R\\*° | · |',
  ]);
});

test('every case type has its actions, each with who may perform it', async () => {
  const definitions = await caseDefinitions();
  const lines = actionsTables(definitions, policy);
  expect(lines).toContain('**派工单 Dispatch order**');
  expect(lines.find((line) => line.startsWith('| 接单 Accept '))).toBe(
    '| 接单 Accept | ✓ | · | · | the technician, the contractor |',
  );
  expect(lines.filter((line) => line.startsWith('**'))).toHaveLength(definitions.length - 1);
});
