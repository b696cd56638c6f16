import { type ClockView } from '../http/contract';

export type ClockMood =
  'running' | 'soon' | 'overdue' | 'paused' | 'kept' | 'broken' | 'released' | 'stopped';

export interface ClockFace {
  mood: ClockMood;
  /** What is counted, in milliseconds: time left, time over, or time paused so far. */
  count?: { what: 'left' | 'over' | 'paused'; milliseconds: number };
}

/** A promise is close when less than this share of its time is left. */
const CLOSE = 0.2;

/** As much of a clock as its face shows. */
export type Faced = Pick<ClockView, 'state' | 'verdict' | 'startedAt' | 'dueAt' | 'pausedAt' | 'brokenAt'>;

/** How a clock looks at `now` (the server's time, epoch milliseconds). */
export function clockFace(clock: Faced, now: number): ClockFace {
  if (clock.verdict === 'released') return { mood: 'released' };
  if (clock.state === 'stopped') return { mood: clock.verdict ?? 'stopped' };

  if (clock.state === 'paused') {
    const since = clock.pausedAt ? Date.parse(clock.pausedAt) : now;
    return {
      mood: clock.brokenAt ? 'overdue' : 'paused',
      count: { what: 'paused', milliseconds: Math.max(0, now - since) },
    };
  }

  if (!clock.dueAt) return { mood: 'running' };
  const due = Date.parse(clock.dueAt);
  const left = due - now;
  if (left < 0) return { mood: 'overdue', count: { what: 'over', milliseconds: -left } };
  if (clock.brokenAt) return { mood: 'overdue' };
  const whole = due - Date.parse(clock.startedAt);
  return { mood: left < whole * CLOSE ? 'soon' : 'running', count: { what: 'left', milliseconds: left } };
}

/** The next moment at which a running clock falls due after `now`; undefined when none does. */
export function nextDue(clocks: readonly ClockView[], now: number): number | undefined {
  const moments = clocks
    .filter((clock) => clock.state === 'running' && clock.dueAt)
    .map((clock) => Date.parse(clock.dueAt ?? ''))
    .filter((due) => due > now);
  return moments.length > 0 ? Math.min(...moments) : undefined;
}

const ORDER: Record<ClockView['state'], number> = { running: 0, paused: 1, stopped: 2 };

/** Running first, the one that falls due first on top; then paused, then what is over, newest first. */
export function inOrder(clocks: readonly ClockView[]): readonly ClockView[] {
  const moment = (clock: ClockView) => Date.parse(clock.dueAt ?? clock.startedAt);
  return [...clocks].sort((a, b) => {
    if (a.state !== b.state) return ORDER[a.state] - ORDER[b.state];
    return a.state === 'stopped' ? moment(b) - moment(a) : moment(a) - moment(b);
  });
}
