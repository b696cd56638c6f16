import { officeOf } from '../../src/engine/office';
import { wakeUp } from '../../src/engine/wakeups';
import type { Agent, Office } from './office';
import type { Colleague, Staff } from './people';

export interface ClockSeen {
  readonly documentId: string;
  readonly name: string;
  readonly label: string;
  readonly rule: string | null;
  readonly cycle: number;
  readonly targetVersion: number;
  readonly state: 'running' | 'paused' | 'stopped';
  readonly verdict: string | null;
  readonly startedAt: string;
  readonly dueAt: string;
  readonly brokenAt: string | null;
  readonly stoppedAt: string | null;
  readonly pausedAt: string | null;
  readonly pauseLimitAt: string | null;
  readonly pausedSeconds: number;
  readonly pauses: readonly { from: string; to: string; reason: string }[];
  readonly explanation: string;
}

export interface ActivitySeen {
  readonly seq: number;
  readonly action: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly actorName: string;
  readonly fromStage: string | null;
  readonly toStage: string | null;
  readonly note: string | null;
  readonly rules: readonly string[];
  readonly changes: readonly { field: string; from: unknown; to: unknown }[];
}

/** A case as the panel shows it. */
export interface CaseSeen {
  readonly type: string;
  readonly documentId: string;
  readonly number: string;
  readonly stage: string;
  readonly version: number;
  readonly cycle: number;
  readonly record: Readonly<Record<string, unknown>>;
  readonly clocks: readonly ClockSeen[];
  readonly actions: readonly { name: string; label: string; rules: string[]; schema: unknown }[];
  /** Newest first. */
  readonly activities: readonly ActivitySeen[];
  readonly related: readonly { type: string; documentId: string; number: string; stage: string }[];
}

/** A "no": its HTTP status, its code and the facts behind it. */
export interface No {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly field?: string;
  readonly [detail: string]: unknown;
}

type At = Pick<CaseSeen, 'type' | 'documentId'>;
type Answer = { status: number; body: { data: CaseSeen; error?: { message: string; details: object } } };

const noOf = ({ status, body }: Answer): No =>
  ({ status, message: body.error?.message, ...body.error?.details }) as No;

function yes(answer: Answer): CaseSeen {
  if (answer.status >= 300) throw new Error(`refused: ${JSON.stringify(noOf(answer))}`);
  return answer.body.data;
}

const agentOf = (who: Colleague | Agent): Agent => ('agent' in who ? who.agent : who);
const post = async (who: Colleague | Agent, path: string, body: object): Promise<Answer> =>
  await agentOf(who).post(path).send(body);

/** Makes a case through the panel's door. */
export const open = async (who: Colleague, type: string, data: object): Promise<CaseSeen> =>
  yes(await post(who, `/office/cases/${type}`, { data }));

/** Tries to make one, and gives back the "no". */
export const notOpened = async (who: Colleague, type: string, data: object): Promise<No> =>
  noOf(await post(who, `/office/cases/${type}`, { data }));

/** Performs an action through the panel's door. */
export const act = async (who: Colleague, at: At, action: string, data: object = {}): Promise<CaseSeen> =>
  yes(await post(who, `/office/cases/${at.type}/${at.documentId}/actions/${action}`, { data }));

/** Tries an action, and gives back the "no"; a refused action leaves the record as it was. */
export async function refused(who: Colleague, at: At, action: string, data: object = {}): Promise<No> {
  const answer = await post(who, `/office/cases/${at.type}/${at.documentId}/actions/${action}`, { data });
  if (answer.status < 400) throw new Error(`${action} was not refused`);
  return noOf(answer);
}

export const look = async (who: Colleague, at: At, locale = 'zh-Hans'): Promise<CaseSeen> =>
  yes(await agentOf(who).get(`/office/cases/${at.type}/${at.documentId}?locale=${locale}`));

/** The one clock of that name of the latest cycle that has one. */
export function clock(seen: CaseSeen, name: string): ClockSeen {
  const found = seen.clocks.filter((one) => one.name === name).at(-1);
  if (!found) throw new Error(`${seen.number} has no clock ${name}`);
  return found;
}

/** The case of that type that belongs to this one; the latest where there are several. */
export function kin(seen: CaseSeen, type: string): CaseSeen['related'][number] {
  const found = seen.related.filter((one) => one.type === type).at(-1);
  if (!found) throw new Error(`${seen.number} has no ${type}`);
  return found;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The office's own time, stopped: it moves when a test says so. */
export interface OfficeTime {
  readonly now: () => number;
  /** Lets time pass; what comes due meanwhile happens, as it would. */
  pass(milliseconds: number): Promise<void>;
  /** It is then; nothing happens in between. */
  set(at: number): void;
}

/** Takes the clock off the wall of the office. Begins at `at`. */
export function stopTime(office: Office, at: number): OfficeTime {
  const engine = officeOf(office.strapi) as { now: () => number };
  let now = at;
  engine.now = () => now;
  return {
    now: () => now,
    set: (to) => {
      now = to;
    },
    pass: async (milliseconds) => {
      now += milliseconds;
      await wakeUp(officeOf(office.strapi), now);
    },
  };
}

const STEPS = ['accept', 'arrive', 'consent', 'start', 'finish', 'sign', 'file'] as const;
type Stop = 'dispatched' | (typeof STEPS)[number];

/** A repair that has come as far as `until`: its ticket, and its order, as the supervisor sees them. */
export async function repairUntil(
  staff: Staff,
  until: Stop,
  {
    matter = '厨房水管漏水',
    inputs = {},
  }: { matter?: string; inputs?: Partial<Record<Stop | 'register', object>> } = {},
): Promise<{ ticket: CaseSeen; order: CaseSeen }> {
  const { front_desk, technician, clerk, supervisor } = staff;
  const ticket = await open(front_desk, 'ticket', { matter, ...inputs.register });
  const sent = await act(front_desk, ticket, 'dispatch', {
    technician: technician.staffId,
    ...inputs.dispatched,
  });
  const order = kin(sent, 'dispatch-order');
  const usual: Readonly<Record<string, object>> = {
    consent: { workEstablished: '更换阀门', consentedBy: '王女士' },
    finish: { workDone: '已更换阀门' },
    sign: { signerName: '王女士', signature: 'data:image/png;base64,AA==' },
  };
  if (until !== 'dispatched') {
    for (const step of STEPS.slice(0, STEPS.indexOf(until) + 1)) {
      const who = step === 'file' ? clerk : technician;
      await act(who, order, step, { ...usual[step], ...inputs[step] });
    }
  }
  return { ticket: await look(supervisor, ticket), order: await look(supervisor, order) };
}
