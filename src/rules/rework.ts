import type { OfficeView } from './office';

/** Days after completion within which the same fault is work to be done twice, where no category says otherwise [B-09]. */
export const REWORK_DAYS = 30;

/** Within how many days after completion: as the branch says, nearest first; 0 for never. */
export function reworkDaysOf({ categories }: Pick<OfficeView, 'categories'>, category: string): number {
  const path = categories.get(category)?.path ?? [];
  const days = path.map((id) => categories.get(id)?.reworkDays).find((one) => typeof one === 'number');
  return days ?? REWORK_DAYS;
}

/** The finished repair that has to be done again; the answer to the question `rework`. */
export interface Redone {
  readonly id: string;
  readonly number: string;
  /** Who did it: documentId of a member of staff; null where it was somebody outside. */
  readonly technician: string | null;
}

interface Choosing {
  readonly office: Pick<OfficeView, 'directory'>;
  /** documentId of whoever did it the first time. */
  readonly first: unknown;
  /** documentId of whoever is to go now. */
  readonly chosen: unknown;
  /** Why somebody else, if that is said. */
  readonly reason: unknown;
}

/**
 * The name of the person who has to put right what he did not get right, where somebody else is to go without a
 * reason; null where it is he, where he is not at work, or where it is said why [B-09].
 */
export function passedOver({ office, first, chosen, reason }: Choosing): string | null {
  if (typeof first !== 'string' || chosen === first) return null;
  const person = office.directory.staff.get(first);
  if (!person?.active || !person.onDuty) return null;
  return typeof reason === 'string' && reason.trim() !== '' ? null : person.name;
}
