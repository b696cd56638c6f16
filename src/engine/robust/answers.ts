import { errors as databaseErrors } from '@strapi/database';
import { errors } from '@strapi/utils';
import { Refusal } from '../../rules/refusal';
import { TimeRefused } from '../../rules/time/errors';
import { refusalMessage } from '../../rules/words/refusal-message';
import type { Locale } from '../../rules/words/say';
import { databaseVerdict, fieldName } from './database-errors';

/** Strapi's shape of an error, with our code among the details. */
export interface ErrorAnswer {
  readonly status: number;
  readonly body: {
    readonly data: null;
    readonly error: {
      readonly status: number;
      readonly name: string;
      readonly message: string;
      readonly details: Readonly<Record<string, unknown>>;
    };
  };
}

/** Strapi's own names, by status: the panel looks at `ValidationError` to put a message beside its field. */
const NAMES: Readonly<Record<number, string>> = {
  400: 'BadRequestError',
  401: 'UnauthorizedError',
  403: 'ForbiddenError',
  404: 'NotFoundError',
  405: 'MethodNotAllowedError',
  409: 'ConflictError',
  410: 'GoneError',
  413: 'PayloadTooLargeError',
  422: 'ValidationError',
  429: 'RateLimitError',
  500: 'InternalServerError',
  503: 'ServiceUnavailableError',
};

/** The code of an answer that Strapi gave without one of ours. */
const GENERIC_CODES: Readonly<Record<number, string>> = {
  401: 'UNAUTHENTICATED',
  403: 'NOT_ENTITLED',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'BODY_TOO_LARGE',
  429: 'RATE_LIMITED',
};

/** Texts that only repeat the status and may give way to a sentence. */
const GENERIC_TEXTS = new Set([
  'Unauthorized',
  'Missing or invalid credentials',
  'Forbidden',
  'Forbidden access',
  'Policy Failed',
  'Not Found',
  'Entity not found',
  'Method Not Allowed',
  'Payload Too Large',
  'Entity too large',
  'Too many requests, please try again later.',
  'Too Many Requests',
]);

/** The answer to a refusal: its code, its facts, and its sentence. */
export function refusalAnswer(refusal: Refusal, locale: Locale): ErrorAnswer {
  return coded(refusal.status, refusal.code, locale, refusal.details);
}

/**
 * The answer to whatever went wrong, where it is known what it means; undefined for a defect
 * (nobody's wish, so it is logged and answered with a reference by the caller).
 */
export function knownAnswer(error: unknown, locale: Locale): ErrorAnswer | undefined {
  if (error instanceof Refusal) return refusalAnswer(error, locale);
  if (error instanceof TimeRefused) return coded(422, error.code, locale, error.details);
  const verdict = databaseVerdict(error);
  if (verdict?.kind === 'refusal') return refusalAnswer(verdict.refusal, locale);
  if (verdict?.kind === 'busy') return coded(503, 'DATABASE_BUSY', locale, {});
  if (verdict) return undefined;
  if (error instanceof errors.ApplicationError) return strapiAnswer(error, locale);
  if (error instanceof databaseErrors.DatabaseError) return columnAnswer(error, locale);
  if (isZodError(error))
    return coded(422, 'INPUT_INVALID', locale, { field: error.issues[0]?.path.join('.') ?? '' });
  if (isOperatorUnknown(error))
    return coded(422, 'INPUT_INVALID', locale, { field: 'filters', reason: 'shape' });
  if (error instanceof Error) return httpAnswer(error, locale);
  return undefined;
}

/** Strapi's database layer has but a plain error for a filter on an attribute's insides where it has none: `unit[id][$eq]` of a word. */
const isOperatorUnknown = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('Undefined attribute level operator');

/** The answer to a defect: a reference for the administrator, and nothing of what it was. */
export function defectAnswer(id: string, locale: Locale): ErrorAnswer {
  return coded(500, 'INTERNAL', locale, { id });
}

/**
 * Code and sentence for an error that was written into the answer without being thrown: by Strapi
 * (`ctx.forbidden()`), or by nobody at all (no route took the request). Undefined where there is nothing to add.
 */
export function withCode(
  { status, body }: { readonly status: number; readonly body: unknown },
  locale: () => Locale,
): { readonly status: number; readonly body: unknown } | undefined {
  const code = GENERIC_CODES[status];
  if (!code) return undefined;
  if (body === undefined || body === null || body === '') return coded(status, code, locale(), {});
  if (!isErrorBody(body)) return undefined;
  const { error } = body;
  const details = error.details ?? {};
  if ('code' in details || Array.isArray(details)) return undefined;
  const message = GENERIC_TEXTS.has(error.message) ? sentence(code, locale()) : error.message;
  return { status, body: { ...body, error: { ...error, message, details: { ...details, code } } } };
}

const sentence = (code: string, locale: Locale, details: Readonly<Record<string, unknown>> = {}): string =>
  refusalMessage({ code, locale, details, timeZone: process.env.OFFICE_TIME_ZONE ?? 'Asia/Shanghai' });

function coded(
  status: number,
  code: string,
  locale: Locale,
  details: Readonly<Record<string, unknown>>,
): ErrorAnswer {
  const message = sentence(code, locale, details);
  const name = NAMES[status] ?? 'ApplicationError';
  // The panel reads `errors` of a ValidationError to mark the field, and fails on one that has none.
  const marks = name === 'ValidationError' ? { errors: marksOf(details, message) } : {};
  return {
    status,
    body: { data: null, error: { status, name, message, details: { code, ...details, ...marks } } },
  };
}

function marksOf(details: Readonly<Record<string, unknown>>, message: string): unknown[] {
  const { field } = details;
  if (typeof field !== 'string' || field === '') return [];
  return [{ path: field.split('.'), message, name: 'ValidationError' }];
}

/** A Strapi error keeps its status, name and details; it gains a code, and a sentence where it had none. */
function strapiAnswer(error: errors.ApplicationError, locale: Locale): ErrorAnswer {
  const status = statusOf(error);
  const given = typeof error.details === 'object' && error.details !== null ? { ...error.details } : {};
  const code = GENERIC_CODES[status] ?? 'INPUT_INVALID';
  const message = GENERIC_TEXTS.has(error.message) ? sentence(code, locale) : error.message;
  const details: Record<string, unknown> = { code, ...given };
  if (error instanceof errors.ValidationError && !('errors' in details)) details.errors = [];
  return { status, body: { data: null, error: { status, name: error.name, message, details } } };
}

function statusOf(error: errors.ApplicationError): number {
  if (error instanceof errors.UnauthorizedError) return 401;
  if (error instanceof errors.ForbiddenError) return 403;
  if (error instanceof errors.NotFoundError) return 404;
  if (error instanceof errors.PayloadTooLargeError) return 413;
  if (error instanceof errors.RateLimitError) return 429;
  if (error instanceof errors.NotImplementedError) return 501;
  return 400;
}

/** Errors of the HTTP layer (body parsers, `ctx.throw`) that say themselves which 4xx they are. */
function httpAnswer(error: Error, locale: Locale): ErrorAnswer | undefined {
  const { status, type } = error as { status?: unknown; type?: unknown };
  if (error instanceof URIError) return coded(400, 'BODY_MALFORMED', locale, {});
  if (isTooLarge(error, status)) return coded(413, 'BODY_TOO_LARGE', locale, {});
  if (isMalformedForm(error)) return coded(400, 'BODY_MALFORMED', locale, {});
  if (typeof status !== 'number' || status < 400 || status >= 500) return undefined;
  if (error instanceof SyntaxError || typeof type === 'string' || status === 415) {
    return coded(status, 'BODY_MALFORMED', locale, {});
  }
  const code = GENERIC_CODES[status] ?? 'INPUT_INVALID';
  if (GENERIC_TEXTS.has(error.message) || !(error instanceof errors.HttpError))
    return coded(status, code, locale, {});
  const details = { code, ...((error as { details?: object }).details ?? {}) };
  return {
    status,
    body: { data: null, error: { status, name: error.name, message: error.message, details } },
  };
}

/** formidable says "too large" only in its text or by its own numeric code. */
function isTooLarge(error: Error, status: unknown): boolean {
  if (status === 413) return true;
  const { httpCode } = error as { httpCode?: unknown };
  return httpCode === 413;
}

/** formidable's word for a multipart body that breaks off or is none. */
function isMalformedForm(error: Error): boolean {
  const { httpCode } = error as { httpCode?: unknown };
  return typeof httpCode === 'number' && httpCode >= 400 && httpCode < 500;
}

/** Strapi's own complaint of a value that its column cannot hold; most of its doors let it out as it is. */
function columnAnswer({ details }: databaseErrors.DatabaseError, locale: Locale): ErrorAnswer {
  const { column = '' } = (details ?? {}) as { column?: string };
  const reason = column ? 'missing' : 'format';
  return coded(422, 'INPUT_INVALID', locale, { field: fieldName(column), reason });
}

/** Some of Strapi's controllers let the failure of their own schema out as it is. */
function isZodError(
  error: unknown,
): error is { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] } {
  return (
    error instanceof Error && error.name === 'ZodError' && 'issues' in error && Array.isArray(error.issues)
  );
}

/** Whether this is an error in Strapi's shape. */
export function isErrorBody(
  body: unknown,
): body is { data: null; error: { status: number; message: string; details?: object } } {
  if (typeof body !== 'object' || body === null || !('error' in body)) return false;
  const { error } = body;
  return typeof error === 'object' && error !== null && 'status' in error && 'message' in error;
}
