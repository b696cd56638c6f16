import type { Core } from '@strapi/strapi';
import { THE_IMPORT } from '../../engine/actor';
import { officeOf, type Office } from '../../engine/office';
import { perform } from '../../engine/perform';
import { Refusal } from '../../rules/refusal';
import { timeOf, type Log } from './read-log';
import { registerPeople, type People } from './people';
import {
  UNREGISTERED,
  type CaseState,
  type EventPlan,
  type LogEvent,
  type LogKind,
  type PlannedAction,
  type RefusalReason,
} from './types';

export interface EventTrouble {
  readonly line: number;
  readonly caseName: string;
  /** Code of the refusal; `action` is the one that the office refused. */
  readonly code: string;
  readonly action: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface Replayed {
  readonly events: number;
  /** Events of which every action was performed. */
  readonly performed: number;
  /** Events of which some actions were performed and others refused. */
  readonly partly: number;
  readonly refused: number;
  /** How often each action was performed. */
  readonly actions: ReadonlyMap<string, number>;
  readonly troubles: readonly EventTrouble[];
  /** documentId of each case that came to be. */
  readonly tickets: ReadonlyMap<string, string>;
}

/** Performs every event of a log through the one door, with the time of the event as now. */
export async function replay(
  strapi: Core.Strapi,
  { log, kind, progress }: { log: Log; kind: LogKind; progress: (done: number, total: number) => void },
): Promise<Replayed> {
  const people = await registerPeople(strapi, log, kind);
  const replayer = new Replayer(officeOf(strapi), kind, people);
  const total = [...log.values()].reduce((sum, events) => sum + events.length, 0);
  for (const events of log.values()) {
    await replayer.replayCase(events);
    progress(replayer.events, total);
  }
  return replayer.outcome();
}

/** Events that later ones are not to be measured by. */
const MISPLACED: ReadonlySet<string> = new Set<RefusalReason>(['OUT_OF_ORDER', 'TIME_UNREADABLE']);

class Replayer {
  events = 0;
  private performed = 0;
  private partly = 0;
  private refused = 0;
  private readonly actions = new Map<string, number>();
  private readonly troubles: EventTrouble[] = [];
  private readonly tickets = new Map<string, string>();

  constructor(
    private readonly office: Office,
    private readonly kind: LogKind,
    private readonly people: People,
  ) {}

  outcome(): Replayed {
    const { events, performed, partly, refused, actions, troubles, tickets } = this;
    return { events, performed, partly, refused, actions, troubles, tickets };
  }

  async replayCase(events: readonly LogEvent[]): Promise<void> {
    let state = UNREGISTERED;
    const before: LogEvent[] = [];
    for (const event of events) {
      this.events += 1;
      const plan = this.planned(event, before, state);
      if ('refused' in plan) {
        this.refused += 1;
        this.troubles.push({
          line: event.line,
          caseName: event.caseName,
          code: plan.refused,
          action: null,
          details: {},
        });
      } else state = await this.carryOut(event, plan.actions, state);
      if (!('refused' in plan && MISPLACED.has(plan.refused))) before.push(event);
    }
  }

  private planned(event: LogEvent, before: readonly LogEvent[], state: CaseState): EventPlan {
    if (Number.isNaN(event.at)) return { refused: 'TIME_UNREADABLE' };
    return this.kind.plan(event, before, state);
  }

  private async carryOut(
    event: LogEvent,
    planned: readonly PlannedAction[],
    before: CaseState,
  ): Promise<CaseState> {
    let state = before;
    let done = 0;
    for (const one of planned) {
      try {
        state = await this.perform(event, one, state);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const { code, details } = error;
        this.troubles.push({ line: event.line, caseName: event.caseName, code, action: one.action, details });
        // What else the event asks for does not wait for it.
        continue;
      }
      done += 1;
      this.actions.set(one.action, (this.actions.get(one.action) ?? 0) + 1);
    }
    if (done === planned.length) this.performed += 1;
    else if (done > 0) this.partly += 1;
    else this.refused += 1;
    return state;
  }

  private async perform(
    event: LogEvent,
    { action, input }: PlannedAction,
    state: CaseState,
  ): Promise<CaseState> {
    const { documentId, record } = await perform(this.office, {
      type: 'ticket',
      id: this.tickets.get(event.caseName) ?? 'new',
      action,
      input: this.inputOf(event, action, input),
      actor: { ...THE_IMPORT, name: event.by },
      now: event.at,
    });
    this.tickets.set(event.caseName, documentId);
    const { stage, waitReason, urgency } = record as unknown as Record<
      'stage' | 'waitReason' | 'urgency',
      string | null
    >;
    const assigned = action === 'assign' ? { team: null, handler: null, ...input } : {};
    return { ...state, ...assigned, stage, waitReason, urgency };
  }

  /** The input with the names of the log made references, and the time of intake where the log has one. */
  private inputOf(event: LogEvent, action: string, input: PlannedAction['input']): Record<string, unknown> {
    const { team, handler, ...rest } = input;
    if (action === 'assign')
      return { ...rest, team: this.people.team(team), handler: this.people.handler(handler) };
    const received =
      action === 'register' && this.kind.receivedColumn ? event.cells[this.kind.receivedColumn] : undefined;
    const at = received === undefined ? NaN : timeOf(received, this.kind);
    return at <= event.at ? { ...rest, receivedAt: new Date(at).toISOString() } : rest;
  }
}
