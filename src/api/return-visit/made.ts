import type { CaseRecord, FollowUp, Message, Outcome } from '../../rules/cases/types';
import { isUnsettled } from '../../rules/visits';
import { matterIn, newRequest } from '../ticket/raised';
import type { attempt, Context, visit } from './inputs';
import { textOfVisit } from './signed-text';
import { visitorOf } from './visitor';

const iso = (at: number): string => new Date(at).toISOString();

/** A visit that reached the requester: its record, its place among the attempts, and what comes of it [D-06][D-09][D-10]. */
export function recordVisit(context: Context<typeof visit>): Outcome<'recorded'> {
  const { record, input, at, relatives } = context;
  const { newMatter: _matter, newMatterKind: _kind, promisedReplyAt: _by, ...said } = input;
  const raised = matterIn(input);
  const made = {
    ...said,
    visitor: visitorOf(context, input.visitor),
    visitedAt: iso(at),
    signerName: input.signature ? (input.signerName ?? input.interviewee) : null,
  };
  const signedText = input.signature ? textOfVisit({ ...input, number: record.number }) : null;
  const back = isUnsettled(input) ? rework(record, relatives.root?.[0], input.result) : [];
  return {
    set: { ...made, signedText, attemptCount: attemptsOf(record) + 1 },
    messages: [
      { template: 'visit_recorded', to: { post: 'supervisor' } },
      ...(back.length > 0 ? toResponsible(relatives.root?.[0]) : []),
    ],
    follow: [
      oneMore(record, { ...made, outcome: 'reached' }),
      ...back,
      ...(raised ? [newRequest(raised, relatives.root?.[0], { raisedOnVisit: record.documentId })] : []),
    ],
  };
}

/** A visit in vain: the duty stays, the clock runs on. */
export function recordAttempt(context: Context<typeof attempt>): Outcome<'due' | 'exempting'> {
  const { record, input, at } = context;
  const made = { ...input, visitor: visitorOf(context, input.visitor), visitedAt: iso(at) };
  return {
    set: { attemptCount: attemptsOf(record) + 1 },
    follow: [oneMore(record, made)],
    note: input.note ?? undefined,
  };
}

const attemptsOf = (record: CaseRecord): number => Number(record.attemptCount ?? 0);

/** The record of one more visit of a duty. */
export function oneMore(record: CaseRecord, made: Readonly<Record<string, unknown>>): FollowUp {
  const ordinal = attemptsOf(record) + 1;
  const input = { ...made, visit: record.documentId, ordinal, ofCycle: record.ofCycle ?? 1 };
  return { type: 'visit-attempt', id: 'new', action: 'make', input };
}

/** The request goes back to whom it came from, unless it is being worked on again already [D-09]. */
function rework(record: CaseRecord, ticket: CaseRecord | undefined, reason: string): FollowUp[] {
  if (!ticket || !['completed', 'closed'].includes(ticket.stage)) return [];
  const input = { visit: record.documentId, reason };
  return [{ type: 'ticket', id: ticket.documentId, action: 'rework', input }];
}

function toResponsible(ticket: CaseRecord | undefined): Message[] {
  const template = 'visit_dissatisfied';
  const { handler, team }: Partial<CaseRecord> = ticket ?? {};
  if (typeof handler === 'string') return [{ template, to: { staff: handler } }];
  return [{ template, to: typeof team === 'string' ? { team } : { post: 'supervisor' } }];
}
