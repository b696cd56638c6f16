import type { CategoryEntry } from '../office';
import type { Directory, StaffEntry } from '../people/directory';
import type { DispatchFacts, DispatchRule, Loads } from './types';

type Categories = ReadonlyMap<string, CategoryEntry>;

/** What keeps somebody from being given work, the weightiest first; null for nothing. */
export type Unfit = 'inactive' | 'away' | 'trades' | null;

/**
 * Whether the trades of a worker cover all that are required. Whoever has a trade has every branch below it: a plumber
 * ("SD") may be sent to a blocked drain ("SD-02").
 */
export function covers(trades: readonly string[], required: readonly string[], categories: Categories) {
  return required.every((one) =>
    (categories.get(one)?.path ?? [one]).some((branch) => trades.includes(branch)),
  );
}

/**
 * The trades that a request asks for: those of the nearest category up its branch that names some, else, for a repair,
 * its category itself. None where there is no category.
 */
export function tradesFor(
  { kind, categories: path }: Pick<DispatchFacts, 'kind' | 'categories'>,
  categories: Categories,
): readonly string[] {
  const named = path.map((id) => categories.get(id)?.requiredTrades ?? []).find(({ length }) => length > 0);
  return named ?? (kind === 'repair' ? path.slice(0, 1) : []);
}

/** Why this one should not be sent: has left, is not at work, lacks a trade [B-03]. */
export function unfit(entry: StaffEntry, required: readonly string[], categories: Categories): Unfit {
  if (!entry.active) return 'inactive';
  if (!entry.onDuty) return 'away';
  return covers(entry.trades, required, categories) ? null : 'trades';
}

/** How many open orders somebody may have under a rule; null for no limit. */
export const capOf = (entry: StaffEntry, rule: DispatchRule): number | null => entry.openOrderCap ?? rule.cap;

export interface PoolGiven {
  readonly directory: Directory;
  readonly categories: Categories;
  readonly facts: DispatchFacts;
}

/** All whom a rule is for: its team, or else the technicians. */
const membersOf = ({ team }: DispatchRule, { teams, staff }: Directory): StaffEntry[] =>
  team
    ? (teams.get(team) ?? []).map((id) => staff.get(id)).filter((one) => one !== undefined)
    : [...staff.values()].filter(({ post }) => post === 'technician');

/** The trades that a rule names, else those that the request itself asks for. */
const requiredBy = (rule: DispatchRule, facts: DispatchFacts, categories: Categories): readonly string[] =>
  rule.requiredTrades.length > 0 ? rule.requiredTrades : tradesFor(facts, categories);

/** Crews by the trades asked for, of a rule as it stands in one state of the office. */
type Crews = Map<string, readonly StaffEntry[]>;

/** Directory, categories and rules are never changed, others take their place: so what followed from them still does. */
const crewsKnown = new WeakMap<Directory, WeakMap<Categories, WeakMap<DispatchRule, Crews>>>();

/** Those whom a rule is for, whatever they have to do already: at work, with the trades that are asked for. */
export function crewOf(rule: DispatchRule, { directory, categories, facts }: PoolGiven) {
  const required = requiredBy(rule, facts, categories);
  const known = crewsOf(rule, directory, categories);
  const key = required.join(' ');
  const before = known.get(key);
  if (before) return before;
  const crew = membersOf(rule, directory).filter((one) => unfit(one, required, categories) === null);
  known.set(key, crew);
  return crew;
}

function crewsOf(rule: DispatchRule, directory: Directory, categories: Categories): Crews {
  const here = crewsKnown.get(directory) ?? new WeakMap<Categories, WeakMap<DispatchRule, Crews>>();
  const byRule = here.get(categories) ?? new WeakMap<DispatchRule, Crews>();
  const crews: Crews = byRule.get(rule) ?? new Map<string, readonly StaffEntry[]>();
  crewsKnown.set(directory, here.set(categories, byRule.set(rule, crews)));
  return crews;
}

/** What leaves a rule without anybody whom it could ever send, whoever is at work; null when somebody might be sent. */
export type NobodyToSend = 'team' | 'requiredTrades' | null;

/**
 * Whether anybody could be sent by a rule on a day when all are at work [B-03]: somebody of its team, or of the technicians,
 * who is still there and has the trades. An office without technicians is one that is being set up.
 */
export function nobodyToSend(rule: DispatchRule, { directory, categories, facts }: PoolGiven): NobodyToSend {
  const there = membersOf(rule, directory).filter(({ active }) => active);
  if (there.length === 0) return rule.team ? 'team' : null;
  const required = requiredBy(rule, facts, categories);
  return there.some(({ trades }) => covers(trades, required, categories)) ? null : 'requiredTrades';
}

/** Whether somebody may be given one more. */
export function hasRoom(entry: StaffEntry, rule: DispatchRule, loads: Loads): boolean {
  const cap = capOf(entry, rule);
  return cap === null || (loads.get(entry.id) ?? 0) < cap;
}

/** Those who may be given one more: the crew of the rule without whoever has as much as he may. */
export const poolOf = (rule: DispatchRule, loads: Loads, given: PoolGiven): StaffEntry[] =>
  crewOf(rule, given).filter((one) => hasRoom(one, rule, loads));
