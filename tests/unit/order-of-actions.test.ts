import { dispatchOrderCase } from '../../src/api/dispatch-order/case';
import { openLetterCase } from '../../src/api/open-letter/case';
import { returnVisitCase } from '../../src/api/return-visit/case';
import { summaryCase } from '../../src/api/summary/case';
import { ticketCase } from '../../src/api/ticket/case';
import { actionsAt } from '../../src/rules/cases/order';

const first = (definition: Parameters<typeof actionsAt>[0], stage: string) => actionsAt(definition, stage)[0];
const last = (definition: Parameters<typeof actionsAt>[0], stage: string) =>
  actionsAt(definition, stage).at(-1);

test('[B-03] an order that was sent is first of all accepted; passing it on and handing it back come after', () => {
  const offered = actionsAt(dispatchOrderCase, 'dispatched');
  expect(offered.slice(0, 2)).toEqual(['accept', 'arrive']);
  for (const correction of ['reassign', 'pass_on', 'hand_back'])
    expect(offered.indexOf(correction)).toBeGreaterThan(offered.indexOf('accept'));
  expect(offered.at(-1)).toBe('cancel');
});

test.each([
  ['drafted', 'dispatch'],
  ['offered', 'grab'],
  ['accepted', 'arrive'],
  ['arrived', 'consent'],
  ['consented', 'start'],
  ['working', 'finish'],
  ['paused', 'resume'],
  ['no_access', 'arrive'],
  ['done', 'sign'],
  ['signed', 'file'],
])('an order that is %s begins with %s', (stage, action) => {
  expect(first(dispatchOrderCase, stage)).toBe(action);
});

test('what ends a request before its time comes last', () => {
  for (const stage of ['registered', 'assigned', 'in_progress', 'waiting'])
    expect(last(ticketCase, stage)).toBe('cancel');
  expect(last(dispatchOrderCase, 'working')).toBe('cancel');
});

test('a request that waits goes on first; letting it wait is no step forward', () => {
  expect(first(ticketCase, 'waiting')).toBe('resume');
  const open = actionsAt(ticketCase, 'in_progress');
  expect(open.indexOf('complete')).toBeLessThan(open.indexOf('wait'));
});

test('an exemption that was asked for is granted or denied, unless the visit is made after all', () => {
  expect(actionsAt(returnVisitCase, 'exempting').slice(0, 3)).toEqual(['record', 'exempt', 'deny_exemption']);
  expect(first(returnVisitCase, 'due')).toBe('record');
});

test('a stage that is on the way is gone on from, not back', () => {
  expect(actionsAt(summaryCase, 'compiled')[0]).toBe('approve');
  expect(actionsAt(summaryCase, 'approved')).toEqual(['acknowledge', 'send_back']);
});

test('a letter is made to be published, not withdrawn', () => {
  expect(first(openLetterCase, 'composed')).toBe('publish');
  expect(last(openLetterCase, 'composed')).toBe('withdraw');
});

test('what is internal, or not open at a stage, is not among them', () => {
  expect(actionsAt(dispatchOrderCase, 'dispatched')).not.toContain('lapse');
  expect(actionsAt(dispatchOrderCase, 'cancelled')).toEqual([]);
  expect(actionsAt(dispatchOrderCase, '')).toEqual(['draft']);
});
