import { z } from 'zod';
import { defineCase } from '../../rules/cases/define';
import { moment, oneOf, reference, someText } from '../../rules/cases/inputs';
import { KEY_DESK, staffActing, SUPERIORS } from '../../rules/cases/people';
import type { ActionContext, CaseRecord, FollowUp, Message, Outcome } from '../../rules/cases/types';
import { lockCategory, type KeyStanding } from '../../rules/keys';
import { conflict, invalid, type Refusal } from '../../rules/refusal';
import { INCIDENT_CLASSES } from '../../rules/terms';
import { newRequest } from '../ticket/raised';

const report = z.object({
  incidentClass: oneOf(INCIDENT_CLASSES).default('lost_key'),
  key: reference('key').nullish(),
  happenedAt: moment().nullish(),
  whatHappened: someText(),
});

const loss = z.object({
  key: reference('key'),
  happenedAt: moment(),
  whatHappened: someText(),
  loan: reference('key-loan').nullish(),
  keyCount: reference('key-count').nullish(),
});

const handling = z.object({ measures: someText() });
const closing = z.object({ conclusion: someText() });

type Context<Schema extends z.ZodType> = ActionContext<CaseRecord, z.output<Schema>>;

const iso = (at: number): string => new Date(at).toISOString();

/**
 * An incident (重大事项) on record: reported, handled, closed. A key that is lost is one; as long as it is open the key cannot
 * be lent, and the lock is to be changed [F-05].
 */
export const incidentCase = defineCase({
  type: 'incident',
  responsible: 'reporter',
  prefix: 'SJ',
  stages: ['reported', 'handled', 'closed'],
  finalStages: ['closed'],
  relatives: { raised: { type: 'ticket', by: 'raisedOnIncident' } },
  editable: [],
  actions: {
    report: {
      from: 'nothing',
      to: 'reported',
      who: [...KEY_DESK, 'steward'],
      rules: ['F-05'],
      input: report,
      asks: ['key_standing'],
      at: (input: z.output<typeof report>) => input.happenedAt ?? undefined,
      requires: (context: Context<typeof report>) =>
        keyNamed(context) ?? notWithAnybody(context) ?? lostOnce(context),
      then: (context: Context<typeof report>) => reported(context, {}),
    },
    report_lost: {
      internal: true,
      from: 'nothing',
      to: 'reported',
      who: ['system'],
      rules: ['F-05'],
      input: loss,
      asks: ['key_standing'],
      at: (input: z.output<typeof loss>) => input.happenedAt,
      requires: lostOnce,
      then: (context: Context<typeof loss>) =>
        reported(context, {
          incidentClass: 'lost_key',
          loan: context.input.loan ?? null,
          keyCount: context.input.keyCount ?? null,
        }),
    },
    handle: {
      from: ['reported'],
      to: 'handled',
      who: KEY_DESK,
      rules: ['F-05'],
      input: handling,
      then: (context: Context<typeof handling>) => ({
        set: { ...context.input, handledAt: iso(context.at), handledBy: staffActing(context) },
      }),
    },
    close: {
      from: ['reported', 'handled'],
      to: 'closed',
      who: SUPERIORS,
      rules: ['F-05'],
      input: closing,
      then: ({ input, at }: Context<typeof closing>) => ({
        set: { ...input, closedAt: iso(at), openFor: null },
      }),
    },
  },
});

const standingOf = ({ answers }: Pick<ActionContext, 'answers'>): KeyStanding | undefined =>
  answers.key_standing as KeyStanding | undefined;

const keyNamed = ({ input }: Context<typeof report>): Refusal | undefined =>
  input.key ? undefined : invalid('INPUT_INVALID', { field: 'key', reason: 'missing' });

/** A key that somebody has is reported lost on his loan, which ends by it. */
function notWithAnybody(context: ActionContext): Refusal | undefined {
  const out = standingOf(context)?.out;
  return out
    ? conflict('KEY_LOST_ON_LOAN', { field: 'key', key: standingOf(context)?.code, loan: out.number })
    : undefined;
}

function lostOnce(context: ActionContext): Refusal | undefined {
  const lost = standingOf(context)?.lost;
  return lost
    ? conflict('KEY_LOST', { field: 'key', key: standingOf(context)?.code, incident: lost.number })
    : undefined;
}

interface Told {
  readonly key?: string | null | undefined;
  readonly whatHappened: string;
}

/** On record with the change of the lock asked for, and told to whoever answers for the house. */
function reported(
  context: ActionContext<CaseRecord, Told>,
  more: Readonly<Record<string, unknown>>,
): Outcome<'reported'> {
  const { record, input, at, now } = context;
  const standing = standingOf(context);
  return {
    set: {
      ...input,
      ...more,
      unit: standing?.unit ?? null,
      happenedAt: iso(at),
      reportedAt: iso(now),
      reporter: staffActing(context),
      openFor: input.key ?? null,
    },
    messages: [tellSupervisor(standing)],
    follow: standing ? [changeOfLock(context, standing, record.documentId)] : [],
  };
}

const tellSupervisor = (standing: KeyStanding | undefined): Message => ({
  template: 'key_lost',
  to: { post: 'supervisor' },
  params: { key: standing ? `${standing.code} ${standing.label}` : '' },
});

/** The repair request for another lock, of the home that the key opens or of the house. */
function changeOfLock(
  { input, office }: ActionContext<CaseRecord, Told>,
  { code, label, unit, community }: KeyStanding,
  raisedOnIncident: string,
): FollowUp {
  return newRequest(
    {
      channel: 'department',
      kind: 'repair',
      matter: `更换锁具：钥匙 ${code}（${label}）遗失。${input.whatHappened}`.slice(0, 10_000),
      category: lockCategory(office),
      unit,
      community,
    },
    undefined,
    { raisedOnIncident },
  );
}
