import { text } from '../../rules/cases/inputs';
import type { ActionContext, CaseRecord } from '../../rules/cases/types';
import { factsIn, ruleNamed, tradesFor, unfit, type Board } from '../../rules/dispatch';
import { conflict, invalid, type Refusal } from '../../rules/refusal';

/** Why somebody is sent all the same who is away, has left, or lacks the trade. */
export const override = { overrideReason: text(1000).nullish() };

type Sending = Pick<ActionContext, 'actor' | 'office' | 'input'>;

const CODES = {
  inactive: 'TECHNICIAN_INACTIVE',
  away: 'TECHNICIAN_AWAY',
  trades: 'TECHNICIAN_LACKS_TRADE',
} as const;

/**
 * Whoever is sent is at work and has the trades that the request asks for, unless the dispatcher says why it is to be him
 * all the same; a team of which nobody is left can take nothing at all [B-03]. Histories of other registers are taken as they were.
 */
export function fitToGo(
  { actor, office, input }: Sending,
  ticket: CaseRecord | undefined,
  technician: unknown,
): Refusal | undefined {
  const { team } = input as { readonly team?: string | null };
  if (team && actor.kind !== 'import' && nobodyLeft(team, office))
    return invalid('TEAM_WITHOUT_MEMBERS', { field: 'team' });
  const entry = typeof technician === 'string' ? office.directory.staff.get(technician) : undefined;
  if (!entry || actor.kind === 'import') return undefined;
  const required = ticket ? tradesFor(factsIn(ticket, office), office.categories) : [];
  const why = unfit(entry, required, office.categories);
  if (!why || overrideIn(input)) return undefined;
  return invalid(CODES[why], { field: 'technician', name: entry.name });
}

/** Whether nobody of a team could accept its work; one of a contractor's is not in our register. */
const nobodyLeft = (team: string, { directory }: Sending['office']): boolean =>
  !directory.employers.has(team) &&
  !(directory.teams.get(team) ?? []).some((id) => directory.staff.get(id)?.active);

/** Nobody is passed more than he may have. */
export function roomFor(
  { office, answers, record }: Pick<ActionContext, 'office' | 'answers' | 'record'>,
  technician: unknown,
): Refusal | undefined {
  const entry = typeof technician === 'string' ? office.directory.staff.get(technician) : undefined;
  const board = boardIn(answers);
  if (!entry || !board) return undefined;
  const cap = entry.openOrderCap ?? ruleNamed(record.dispatchRule, office)?.cap ?? null;
  const load = board.loads.get(entry.id) ?? 0;
  return cap === null || load < cap
    ? undefined
    : conflict('TECHNICIAN_AT_CAP', { name: entry.name, load, cap });
}

/** The reason given for sending somebody all the same; null for none. */
export function overrideIn(input: unknown): string | null {
  const { overrideReason } = input as { overrideReason?: string | null };
  return overrideReason?.trim() ? overrideReason : null;
}

/** Who has how much and whose turn it is, where it was asked. */
export const boardIn = ({ dispatch }: ActionContext['answers']): Board | undefined =>
  dispatch as Board | undefined;
