import { z } from 'zod';
import { oneOf, reference, someText, text } from '../../rules/cases/inputs';
import { SUPERIORS } from '../../rules/cases/people';
import type { ActionContext, CaseRecord, FollowUp, Outcome, Relatives } from '../../rules/cases/types';
import { conflict } from '../../rules/refusal';
import { VISIT_KINDS } from '../../rules/terms';
import { owesVisit } from '../../rules/visits';
import { NO_OUTCOME } from './complaint-outcome';
import { accountableAgain, NOT_REPLIED } from './responsibility';
import { doneAgain } from './rework';

/** Why nobody can be visited: a complaint that nobody signed with name or telephone has nobody to ask. Null: he can. */
export function exemptBecause(ticket: CaseRecord): 'anonymous' | null {
  const nameless = !said(ticket.requesterName) && !said(ticket.contactPhone);
  return ticket.anonymous === true || (ticket.kind === 'complaint' && nameless) ? 'anonymous' : null;
}

const said = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** The visits owed by the rule whose requester was not called on yet; those asked for beside it are others. */
export const dueVisits = ({ visits = [] }: Relatives): readonly CaseRecord[] =>
  visits.filter(({ stage, requested }) => ['due', 'exempting'].includes(stage) && !requested);

interface Finished {
  readonly ticket: CaseRecord;
  readonly relatives: Relatives;
  /** ISO string; what the visit's time counts from. */
  readonly since: string;
  readonly nature: unknown;
}

/** The visit that a finished request owes: a new one, or the one still due from before a reopening, counted anew [D-01]. */
export function visitsOwed({ ticket, relatives, since: dutySince, nature }: Finished): FollowUp[] {
  if (!owesVisit(ticket)) return [];
  const { documentId, cycle: ofCycle } = ticket;
  const due = dueVisits(relatives);
  if (due.length > 0) return due.map((visit) => recounted(visit, { dutySince, ofCycle }));
  const kind = ticket.kind === 'complaint' ? 'complaint' : 'repair_quality';
  const exemptReason = exemptBecause(ticket);
  const input = { ticket: documentId, kind, nature: nature ?? 'general', dutySince, ofCycle, exemptReason };
  return [{ type: 'return-visit', id: 'new', action: 'arise', input }];
}

/** The clock of a visit that is due counts from another moment. */
export const recounted = (visit: CaseRecord, input: Readonly<Record<string, unknown>>): FollowUp => ({
  type: 'return-visit',
  id: visit.documentId,
  action: 'recount',
  input,
});

/** What a reopened request has to forget of its completion. */
export const reopened = (record: CaseRecord) => ({
  reopenCount: Number(record.reopenCount ?? 0) + 1,
  completedAt: null,
  registerMarkedAt: null,
  confirmedAt: null,
  closedAt: null,
  satisfaction: null,
  waterTestAt: null,
});

/** Whose work a request taken up again is: still his who had it, unless he has left. */
export function handlerAgain({ record, office }: Pick<ActionContext, 'record' | 'office'>): unknown {
  const { handler } = record;
  return typeof handler === 'string' && office.directory.staff.get(handler)?.active ? handler : null;
}

const wish = z.object({ kind: oneOf(VISIT_KINDS), reason: text(1000).nullish() });
const dissatisfaction = z.object({ visit: reference('return-visit'), reason: someText() });

type Reworking = ActionContext<CaseRecord, z.output<typeof dissatisfaction>>;

/** What return visits do to the request that they are about. */
export const visitActions = {
  request_visit: {
    from: ['completed', 'closed'],
    to: 'same',
    who: ['steward', ...SUPERIORS],
    rules: ['D-05'],
    input: wish,
    needs: ['visits'],
    requires: ({ record, input, relatives }: ActionContext<CaseRecord, z.output<typeof wish>>) =>
      (relatives.visits ?? []).some(
        ({ stage, kind }) => ['due', 'exempting'].includes(stage) && kind === input.kind,
      )
        ? conflict('VISIT_ALREADY_DUE', { number: record.number, field: 'kind' })
        : undefined,
    then: ({ record, input, at, named }: ActionContext<CaseRecord, z.output<typeof wish>>) => ({
      follow: [
        {
          type: 'return-visit',
          id: 'new',
          action: 'arise',
          input: {
            ticket: record.documentId,
            kind: input.kind,
            nature: named.ownCategory?.nature ?? 'general',
            dutySince: new Date(at).toISOString(),
            ofCycle: record.cycle,
            requested: true,
            requestReason: input.reason ?? null,
          },
        },
      ],
    }),
  },
  rework: {
    internal: true,
    from: ['completed', 'closed'],
    to: ['registered', 'assigned'],
    who: ['system'],
    rules: ['D-09', 'B-09'],
    input: dissatisfaction,
    needs: ['orders'],
    then: rework,
  },
} as const;

/** A new cycle in the same hands: its handler keeps it, and whoever went last is sent again [D-09]. */
function rework(context: Reworking): Outcome<'registered' | 'assigned'> {
  const { record, input, relatives, office } = context;
  const inOffice = (person: unknown) =>
    typeof person !== 'string' || office.directory.staff.get(person)?.active !== false;
  const stays = inOffice(record.handler);
  const handler = handlerAgain(context);
  const again = doneAgain(record, { relatives, office });
  const last = (relatives.orders ?? []).filter(({ stage }) => stage !== 'cancelled').at(-1);
  return {
    stage: (handler ?? record.team ?? record.contractor) ? 'assigned' : 'registered',
    newCycle: true,
    set: {
      ...reopened(record),
      ...NO_OUTCOME,
      ...NOT_REPLIED,
      handler,
      ...accountableAgain(context),
      ...again.set,
    },
    messages: again.messages,
    note: input.reason.slice(0, 1000),
    follow: last && stays && inOffice(last.technician) ? [sentAgain(record, last, input.reason)] : [],
  };
}

function sentAgain({ documentId: ticket }: CaseRecord, last: CaseRecord, workDescription: string): FollowUp {
  const { technician = null, team = null, contractor = null } = last;
  const input = { ticket, technician, team, contractor, workDescription };
  return { type: 'dispatch-order', id: 'new', action: 'issue', input };
}
