import { atHand, authorityFor, copiesKnown, dueInOrder, type KeyStanding } from '.';

const NOON = Date.parse('2026-11-20T04:00:00Z');
const HOUR = 3_600_000;
const KEY = 'k'.repeat(24);
const HOME = 'u'.repeat(24);

const standing = (more: Partial<KeyStanding> = {}): KeyStanding => ({
  ...{ code: 'K-1', label: '泵房', kind: 'plant_room', active: true, copies: 1 },
  ...{ unit: null, unitLabel: null, community: null },
  ...{ out: null, lost: null, dispatchOrder: null, authorisation: null, ownOrder: null },
  ...more,
});
const asked = (more: object = {}) => ({
  ...{ key: KEY, dueAt: new Date(NOON + HOUR).toISOString(), now: NOON, timeZone: 'Asia/Shanghai' },
  openStages: new Set(['dispatched']),
  ...more,
});
const authorisation = (more: object = {}) => ({
  ...{ number: 'SQ-1', stage: 'in_force', unit: HOME, key: null, validUntil: '2026-11-20' },
  ...more,
});
const order = (more: object = {}) => ({ number: 'PG-1', stage: 'dispatched', unit: HOME, ...more });

test.each([
  ['in use and on the board', {}, undefined],
  ['withdrawn', { active: false }, 'KEY_WITHDRAWN'],
  ['reported lost', { lost: { number: 'SJ-1' } }, 'KEY_LOST'],
  ['out', { out: { id: 'x', number: 'YS-1', borrower: '张师傅', dueAt: '' } }, 'KEY_OUT'],
])('[F-03] a key that is %s', (_, more, code) => {
  expect(atHand(standing(more))?.code).toBe(code);
});

test.each([
  [0, 'KEY_DUE_PAST'],
  [1, undefined],
  [90 * 24 * HOUR, undefined],
  [90 * 24 * HOUR + 1, 'KEY_DUE_TOO_FAR'],
])('[F-03] a loan that is due %d ms from now', (ahead, code) => {
  expect(dueInOrder(new Date(NOON + ahead).toISOString(), NOON)?.code).toBe(code);
});

test('[F-01] more copies than there are do not go out', () => {
  expect([1, 2].map((wanted) => copiesKnown(standing(), wanted)?.code)).toEqual([
    undefined,
    'KEY_COPIES_TOO_MANY',
  ]);
});

test.each([
  ['of a plant room', {}, undefined],
  ['of a home, with nothing', { unit: HOME }, 'KEY_AUTHORITY_MISSING'],
  ['of a home that the register does not name', { kind: 'unit_key' }, 'KEY_UNIT_UNKNOWN'],
  ['with an order for it', { unit: HOME, dispatchOrder: order() }, undefined],
  [
    'with an order for another home',
    { unit: HOME, dispatchOrder: order({ unit: 'v' }) },
    'KEY_AUTHORITY_OTHER_UNIT',
  ],
  [
    'with an order of no home',
    { unit: HOME, dispatchOrder: order({ unit: null }) },
    'KEY_AUTHORITY_OTHER_UNIT',
  ],
  [
    'with an order that is done',
    { unit: HOME, dispatchOrder: order({ stage: 'filed' }) },
    'KEY_ORDER_NOT_OPEN',
  ],
  [
    'of a plant room with an order that is done',
    { dispatchOrder: order({ stage: 'filed' }) },
    'KEY_ORDER_NOT_OPEN',
  ],
  ['with an authorisation', { unit: HOME, authorisation: authorisation() }, undefined],
  ['with one for this very key', { unit: HOME, authorisation: authorisation({ key: KEY }) }, undefined],
  [
    'with one for another key',
    { unit: HOME, authorisation: authorisation({ key: 'o' }) },
    'KEY_AUTHORITY_OTHER_UNIT',
  ],
  [
    'with one for another home',
    { unit: HOME, authorisation: authorisation({ unit: 'v' }) },
    'KEY_AUTHORITY_OTHER_UNIT',
  ],
  [
    'with one that was given back',
    { unit: HOME, authorisation: authorisation({ stage: 'given_back' }) },
    'KEY_AUTHORISATION_ENDED',
  ],
  [
    'with one of yesterday',
    { unit: HOME, authorisation: authorisation({ validUntil: '2026-11-19' }) },
    'KEY_AUTHORISATION_ENDED',
  ],
])('[F-04] a key %s', (_, more, code) => {
  expect(authorityFor(standing(more), asked())?.code).toBe(code);
});

test('[F-04] a loan ends with the authorisation, in the time of the office', () => {
  const shown = standing({ unit: HOME, authorisation: authorisation() });
  const due = (dueAt: string) => authorityFor(shown, asked({ dueAt }))?.code;
  expect([due('2026-11-20T15:59:00Z'), due('2026-11-20T16:00:00Z')]).toEqual([
    undefined,
    'KEY_DUE_AFTER_AUTHORISATION',
  ]);
});
