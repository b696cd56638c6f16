import type { CalendarSpec } from '../time';
import { startClock } from './clock';
import type { PlanInput } from './plan';
import type { CaseFacts } from './targets';
import type { Clock, TargetConditions, TargetPolicy } from './types';

/** Targets, calendars and clocks for tests, each with what a test does not care about filled in. */

const everyDay = (hours: readonly (readonly [string, string])[]) => ({
  ...{ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
});

export const ROUND_THE_CLOCK: CalendarSpec = {
  timeZone: 'Asia/Shanghai',
  weekly: { ...everyDay([['00:00', '24:00']]), sat: [['00:00', '24:00']], sun: [['00:00', '24:00']] },
};

export const OFFICE_HOURS: CalendarSpec = {
  timeZone: 'Asia/Shanghai',
  weekly: everyDay([
    ['08:30', '12:00'],
    ['13:30', '17:30'],
  ]),
  statutory: 'cn',
};

const ANY: TargetConditions = {
  kind: null,
  category: null,
  faultClass: null,
  urgency: null,
  nature: null,
  complaintClass: null,
};

type Wish = Partial<Omit<TargetPolicy, 'conditions'>> & { readonly conditions?: Partial<TargetConditions> };

export function targetWith({ conditions, ...wish }: Wish = {}): TargetPolicy {
  return {
    id: wish.code ?? 'solve-48',
    version: 1,
    code: 'solve-48',
    name: { zh: '解决', en: 'Solved' },
    rule: 'C-03',
    caseType: 'ticket',
    clock: 'solve',
    conditions: { ...ANY, ...conditions },
    startsOn: 'ticket.register',
    stopsOn: ['ticket.complete'],
    breaksOn: [],
    releasesOn: [],
    promised: null,
    amount: { value: 48, unit: 'hours' },
    calendar: ROUND_THE_CLOCK,
    pauses: [{ stage: 'ticket.waiting', reasons: ['requester_absent'], maxMinutes: 1440 }],
    warnings: [240],
    escalations: [
      { afterMinutes: 0, to: 'supervisor' },
      { afterMinutes: 120, to: 'department_head' },
      { afterMinutes: 480, to: 'director' },
    ],
    ...wish,
  };
}

/** 09:10 in Shanghai on a Saturday in May. */
export const MORNING = Date.parse('2026-05-09T01:10:00Z');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export const clockUnder = (target: TargetPolicy, start: number = MORNING): Clock =>
  startClock({
    target,
    documentId: 'clock1',
    caseType: 'ticket',
    caseId: 'case1',
    caseNumber: 'WX-20260509-0001',
    cycle: 1,
    start,
  });

export const FACTS: CaseFacts = {
  kind: 'repair',
  categories: [],
  faultClass: 'ordinary',
  urgency: 'ordinary',
  nature: 'general',
  complaintClass: null,
};

type PlanWish = Partial<Omit<PlanInput, 'event' | 'on'>> & {
  readonly event?: Partial<PlanInput['event']>;
  readonly on?: Partial<PlanInput['on']>;
};

/** An event on a ticket whose clocks run under `targets`; by default its registration in the morning. */
export function planOf({ event, on, targets = [targetWith()], ...wish }: PlanWish = {}): PlanInput {
  let made = 0;
  return {
    clocks: [],
    targets,
    targetOf: (clock) => {
      const found = targets.find(({ id }) => id === clock.targetId);
      if (!found) throw new Error(`no target ${clock.targetId}`);
      return found;
    },
    newId: () => `new${(made += 1)}`,
    ...wish,
    event: {
      name: 'ticket.register',
      type: 'ticket',
      fromStage: '',
      toStage: 'registered',
      at: MORNING,
      pauseReason: null,
      pauseUntil: null,
      ...event,
    },
    on: {
      type: 'ticket',
      documentId: 'case1',
      number: 'WX-20260509-0001',
      cycle: 1,
      cycleSince: MORNING,
      cycleSinceBefore: MORNING,
      factsBefore: FACTS,
      facts: FACTS,
      momentIn: () => null,
      firstEvent: 'ticket.register',
      newCycle: false,
      ended: false,
      ...on,
    },
  };
}
