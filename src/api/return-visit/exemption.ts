import type { ActionContext, CaseRecord, Outcome } from '../../rules/cases/types';
import { conflict, forbidden, type Refusal } from '../../rules/refusal';
import { daysSought } from '../../rules/visits';
import type { Context, exemption } from './inputs';

/** Who cannot be reached has been sought often enough, who refuses has been asked: as the attempts on record say. */
export function borneOut({
  record,
  input,
  relatives,
  office,
}: Context<typeof exemption>): Refusal | undefined {
  const attempts = (relatives.attempts ?? []).filter(({ ofCycle }) => ofCycle === (record.ofCycle ?? 1));
  const field = 'exemptReason';
  if (input.exemptReason === 'refused') {
    const refused = attempts.some(({ outcome }) => outcome === 'refused');
    return refused ? undefined : conflict('REFUSAL_NOT_ON_RECORD', { number: record.number, field });
  }
  const sought = daysSought(attempts, office.visits);
  if (sought >= office.visits.tries) return undefined;
  return conflict('VISIT_TRIES_TOO_FEW', {
    number: record.number,
    field,
    sought,
    needed: office.visits.tries,
  });
}

export function askExemption({ input, actor, office }: Context<typeof exemption>): Outcome<'exempting'> {
  const asker = actor.id !== null && office.directory.staff.has(actor.id) ? actor.id : null;
  return {
    set: { ...input, exemptAskedBy: asker },
    messages: [{ template: 'visit_exemption_asked', to: { post: 'supervisor' } }],
  };
}

/** Nobody lets himself off: the superior who approves is not the one who asked. */
export function byAnotherThanTheAsker({ record, actor }: ActionContext): Refusal | undefined {
  return record.exemptAskedBy && record.exemptAskedBy === actor.id
    ? forbidden('EXEMPTION_BY_THE_ASKER', { number: record.number })
    : undefined;
}

export function exempt({
  at,
  input,
}: ActionContext<CaseRecord, { note?: string | null }>): Outcome<'exempt'> {
  return { set: { exemptedAt: new Date(at).toISOString() }, note: input.note ?? undefined };
}

/** What a duty has to forget of an exemption that was asked for. */
export const NO_EXEMPTION = { exemptReason: null, exemptNote: null, exemptAskedBy: null } as const;

export function denyExemption({ input }: ActionContext<CaseRecord, { reason: string }>): Outcome<'due'> {
  return {
    set: NO_EXEMPTION,
    note: input.reason,
    messages: [{ template: 'visit_due', to: { post: 'steward' } }],
  };
}
