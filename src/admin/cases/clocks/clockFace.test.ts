import { type ClockView } from '../http/contract';
import { clockFace, inOrder, nextDue } from './clockFace';

const at = (time: string) => `2026-11-21T${time}:00.000Z`;
const now = Date.parse(at('10:00'));

const clock = (over: Partial<ClockView> = {}): ClockView => ({
  documentId: 'c1',
  name: 'arrive',
  label: '到场',
  rule: 'C-02',
  caseType: 'ticket',
  caseNumber: 'WX-20261121-0001',
  cycle: 1,
  startedAt: at('09:00'),
  dueAt: at('12:00'),
  pausedAt: null,
  pauseReason: null,
  pausedSeconds: 0,
  usedSeconds: 0,
  stoppedAt: null,
  verdict: null,
  brokenAt: null,
  state: 'running',
  explanation: '',
  ...over,
});

test('a running clock counts what is left', () => {
  expect(clockFace(clock(), now)).toEqual({
    mood: 'running',
    count: { what: 'left', milliseconds: 7_200_000 },
  });
});

test('in the last fifth of its time a clock is about to fall due', () => {
  expect(clockFace(clock({ dueAt: at('10:10') }), now).mood).toBe('soon');
});

test('past its due moment a clock is broken and counts what is over, before the office has said so', () => {
  expect(clockFace(clock({ dueAt: at('09:59') }), now)).toEqual({
    mood: 'overdue',
    count: { what: 'over', milliseconds: 60_000 },
  });
});

test('a paused clock counts its pause, and stays broken if it was', () => {
  const paused = clock({ state: 'paused', pausedAt: at('09:30') });
  expect(clockFace(paused, now)).toEqual({
    mood: 'paused',
    count: { what: 'paused', milliseconds: 1_800_000 },
  });
  expect(clockFace({ ...paused, brokenAt: at('09:20') }, now).mood).toBe('overdue');
});

test('a clock that has stopped shows its verdict and counts nothing', () => {
  const stopped = { state: 'stopped', stoppedAt: at('09:40') } as const;
  expect(clockFace(clock({ ...stopped, verdict: 'kept' }), now)).toEqual({ mood: 'kept' });
  expect(clockFace(clock({ ...stopped, verdict: 'broken' }), now)).toEqual({ mood: 'broken' });
  expect(clockFace(clock({ ...stopped, verdict: 'released' }), now)).toEqual({ mood: 'released' });
});

test('the next moment to ask again is the earliest due moment of a running clock still to come', () => {
  const clocks = [
    clock({ dueAt: at('09:00') }),
    clock({ dueAt: at('11:00') }),
    clock({ dueAt: at('10:30'), state: 'paused' }),
  ];
  expect(nextDue(clocks, now)).toBe(Date.parse(at('11:00')));
  expect(nextDue([], now)).toBeUndefined();
});

test('what falls due first stands on top, what is over at the bottom', () => {
  const names = inOrder([
    clock({ name: 'accept', state: 'stopped' }),
    clock({ name: 'solve', dueAt: at('18:00') }),
    clock({ name: 'visit', state: 'paused' }),
    clock({ name: 'arrive', dueAt: at('11:00') }),
  ]).map(({ name }) => name);
  expect(names).toEqual(['arrive', 'solve', 'visit', 'accept']);
});
