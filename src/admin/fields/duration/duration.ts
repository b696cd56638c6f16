/** Lengths of time as people type them; kept in whole minutes. */

export const UNITS = { minutes: 1, hours: 60, days: 1440 } as const;
export type Unit = keyof typeof UNITS;

export interface Typed {
  text: string;
  unit: Unit;
}

/** The largest unit that says it without a fraction: 120 → 2 hours, 90 → 90 minutes. */
export function typedOf(minutes: unknown): Typed {
  if (typeof minutes !== 'number' || !Number.isFinite(minutes)) return { text: '', unit: 'minutes' };
  const fits = (['days', 'hours'] as const).find((unit) => minutes !== 0 && minutes % UNITS[unit] === 0);
  const unit = fits ?? 'minutes';
  return { text: String(minutes / UNITS[unit]), unit };
}

const NUMBER = /^-?\d{1,9}(?:[.,]\d{1,4})?$/;

/** Whole minutes of what was typed; null for nothing, undefined for what is no length of time. */
export function minutesOf({ text, unit }: Typed): number | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  if (!NUMBER.test(typed)) return undefined;
  const minutes = Number(typed.replace(',', '.')) * UNITS[unit];
  return Number.isInteger(Math.round(minutes * 1e6) / 1e6) ? Math.round(minutes) : undefined;
}

/** The length split into days, hours and minutes. */
export function partsOf(minutes: number): { days: number; hours: number; minutes: number } {
  const size = Math.abs(minutes);
  return {
    days: Math.floor(size / UNITS.days),
    hours: Math.floor((size % UNITS.days) / UNITS.hours),
    minutes: size % UNITS.hours,
  };
}
