import { conflict, invalid, type Refusal } from '../refusal';
import { localDate } from '../time';
import type { KeyStanding } from './standing';

/** The longest that a key may be out, or its time be extended, in days. */
export const LONGEST_LOAN_DAYS = 90;
const DAY = 86_400_000;

/** The key can be handed out now: in use, not lost, and with nobody [F-01][F-03][F-05]. */
export function atHand(standing: KeyStanding): Refusal | undefined {
  const { code, active, lost, out } = standing;
  if (!active) return conflict('KEY_WITHDRAWN', { field: 'key', key: code });
  if (lost) return conflict('KEY_LOST', { field: 'key', key: code, incident: lost.number });
  if (!out) return undefined;
  const { number, borrower, dueAt } = out;
  return conflict('KEY_OUT', { field: 'key', key: code, loan: number, borrower, dueAt });
}

/** A loan ends at a moment ahead, and not so far ahead that nobody would look for the key. */
export function dueInOrder(dueAt: string, now: number): Refusal | undefined {
  const due = Date.parse(dueAt);
  if (due <= now) return invalid('KEY_DUE_PAST', { field: 'dueAt' });
  return due - now > LONGEST_LOAN_DAYS * DAY
    ? invalid('KEY_DUE_TOO_FAR', { field: 'dueAt', days: LONGEST_LOAN_DAYS })
    : undefined;
}

/** Copies of the key that the register does not know of cannot go out. */
export const copiesKnown = ({ code, copies }: KeyStanding, wanted: number): Refusal | undefined =>
  wanted > copies ? invalid('KEY_COPIES_TOO_MANY', { field: 'copiesOut', key: code, copies }) : undefined;

interface Asked {
  readonly key: string;
  readonly dueAt: string;
  readonly now: number;
  /** IANA zone of the office: an authorisation holds to the end of its last day there. */
  readonly timeZone: string;
  /** Stages in which a dispatch order is work still to be done. */
  readonly openStages: ReadonlySet<string>;
}

/**
 * A key that opens a home goes out only against an open dispatch order for that home, or a running authorisation of its
 * owner; any other key needs a purpose alone [F-04]. What is shown must be good even where it would not be needed.
 */
export function authorityFor(standing: KeyStanding, asked: Asked): Refusal | undefined {
  const { kind, code, unit, dispatchOrder, authorisation } = standing;
  const opensHome = kind === 'unit_key' || unit !== null;
  if (opensHome && unit === null) return conflict('KEY_UNIT_UNKNOWN', { field: 'key', key: code });
  if (opensHome && !dispatchOrder && !authorisation)
    return invalid('KEY_AUTHORITY_MISSING', { field: 'dispatchOrder', key: code });
  return orderGood(standing, asked) ?? authorisationGood(standing, asked);
}

function orderGood({ unit, dispatchOrder }: KeyStanding, { openStages }: Asked): Refusal | undefined {
  if (!dispatchOrder) return undefined;
  const field = 'dispatchOrder';
  if (unit !== null && dispatchOrder.unit !== unit)
    return invalid('KEY_AUTHORITY_OTHER_UNIT', { field, number: dispatchOrder.number });
  return openStages.has(dispatchOrder.stage)
    ? undefined
    : conflict('KEY_ORDER_NOT_OPEN', { field, order: dispatchOrder.number });
}

/** It still holds, for this home and this key, and until the key is due back. */
function authorisationGood({ unit, authorisation }: KeyStanding, asked: Asked): Refusal | undefined {
  if (!authorisation) return undefined;
  const { number, stage, validUntil } = authorisation;
  const field = 'authorisation';
  if (authorisation.unit !== unit || (authorisation.key ?? asked.key) !== asked.key)
    return invalid('KEY_AUTHORITY_OTHER_UNIT', { field, number });
  if (stage !== 'in_force' || localDate(asked.timeZone, asked.now) > validUntil)
    return conflict('KEY_AUTHORISATION_ENDED', { field, number, validUntil });
  return localDate(asked.timeZone, Date.parse(asked.dueAt)) > validUntil
    ? invalid('KEY_DUE_AFTER_AUTHORISATION', { field: 'dueAt', number, validUntil })
    : undefined;
}
