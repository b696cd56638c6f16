import { type ChangeView } from './contract';

/** The status of a refusal because others were faster. */
export const CONFLICT = 409;

/** A "no" of the office, or a failure on the way to it, in the shape the panel shows. */
export interface Problem {
  /** HTTP status; 0 when no answer came. */
  status: number;
  /** A sentence in the user's language; empty when the office gave none. */
  message: string;
  code?: string;
  /** The input field it is about. */
  field?: string;
  /** The stage that the record is in now (409). */
  stage?: string;
  /** What others changed meanwhile (409). */
  changed: readonly ChangeView[];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

function fieldOf(details: Record<string, unknown>): string | undefined {
  const { field } = details;
  if (Array.isArray(field)) return textOf(field[0]);
  return textOf(field)?.split('.')[0];
}

function changesOf(details: Record<string, unknown>): readonly ChangeView[] {
  const { changed } = details;
  if (Array.isArray(changed)) {
    return changed.flatMap((entry): ChangeView[] => {
      if (typeof entry === 'string') return [{ field: entry }];
      return isRecord(entry) && typeof entry.field === 'string' ? [entry as unknown as ChangeView] : [];
    });
  }
  return isRecord(changed) ? Object.keys(changed).map((field) => ({ field })) : [];
}

/**
 * Reads the error of a request. Errors of the office carry a status and a sentence; anything else
 * (no connection, an answer that is no JSON) has status 0 and no sentence of its own.
 */
export function problemOf(error: unknown): Problem {
  if (!isRecord(error) || typeof error.status !== 'number') return { status: 0, message: '', changed: [] };
  const details = isRecord(error.details) ? error.details : {};
  // Strapi names errors it cannot read "UnknownError"; their text is for developers.
  const message = error.name === 'UnknownError' ? '' : (textOf(error.message) ?? '');
  return {
    status: error.status,
    message,
    code: textOf(details.code),
    field: fieldOf(details),
    stage: textOf(details.stage),
    changed: changesOf(details),
  };
}
