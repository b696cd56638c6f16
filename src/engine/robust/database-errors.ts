import { conflict, invalid, type Refusal } from '../../rules/refusal';

/** SQLSTATE that the append-only triggers raise (see `engine/tables`). */
export const APPEND_ONLY_STATE = 'GJ001';

/** SQLSTATE of a commit that would leave an open request without anybody accountable (see `engine/registers/accountable`). */
export const NOBODY_ACCOUNTABLE_STATE = 'GJ002';

/**
 * SQLSTATE of a commit that would make somebody accountable who has left meanwhile: what decided it looked at the register as it
 * was before, so it is decided anew.
 */
export const LEFT_MEANWHILE_STATE = 'GJ003';

/** How a PostgreSQL error ends for the caller: a refusal, or "try again". */
export type DatabaseVerdict =
  | { readonly kind: 'refusal'; readonly refusal: Refusal }
  | { readonly kind: 'busy' }
  | { readonly kind: 'defect' };

/** Constraints whose "no" has a code of its own, with the field that it is about. */
const SPOKEN: ReadonlyMap<string, readonly [code: string, field: string]> = new Map([
  ['gj_ownerships_one_owner', ['OWNER_PERIOD_TAKEN', 'fromDate']],
  ['vehicles_plate_uq', ['PLATE_TAKEN', 'plate']],
  ['transfers_one_open', ['TRANSFER_OPEN', 'unit']],
  ['lease_registrations_one_at_a_time', ['LEASE_OVERLAPS', 'fromDate']],
  ['archive_loans_one_out', ['ARCHIVE_FILE_OUT', 'file']],
]);

interface PostgresError {
  readonly code: string;
  readonly detail?: string;
  readonly constraint?: string;
  readonly table?: string;
  readonly column?: string;
}

/** States in which the same request may well succeed a moment later. */
const BUSY = new Set([
  '40001',
  '40P01',
  '55P03',
  '53300',
  '53400',
  '57014',
  '57P01',
  '57P02',
  '57P03',
  '25P03',
  LEFT_MEANWHILE_STATE,
]);

/** States that come of a value that the column cannot hold. */
const BAD_VALUE = new Map<string, string>([
  ['21000', 'shape'],
  ['22001', 'range'],
  ['22003', 'range'],
  ['22007', 'format'],
  ['22008', 'range'],
  ['22P02', 'format'],
  ['22P03', 'format'],
  ['42804', 'type'],
]);

/** Text that PostgreSQL cannot store: NUL, broken UTF-8, escapes that JSON allows and jsonb does not. */
const NOT_STORABLE = new Set(['22021', '22P05', '22023']);

/** A network or pool failure between us and PostgreSQL; these carry no SQLSTATE. */
const CONNECTION = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);

/**
 * What a database error means to the caller. Undefined for anything that did not come from PostgreSQL.
 * Values never leave: `detail` is read for its column names only.
 */
export function databaseVerdict(error: unknown): DatabaseVerdict | undefined {
  if (isPoolTimeout(error)) return { kind: 'busy' };
  if (!isPostgresError(error)) return undefined;
  const { code } = error;
  if (BUSY.has(code) || code.startsWith('08') || CONNECTION.has(code)) return { kind: 'busy' };
  const spoken = SPOKEN.get(error.constraint ?? '');
  if (spoken) return refusal(conflict(spoken[0], { field: spoken[1] }));
  if (code === '23505' || code === '23P01')
    return refusal(conflict('ALREADY_EXISTS', { fields: fieldsOf(error) }));
  if (code === '23503' || code === '23001') return refusal(conflict('RECORD_IN_USE', {}));
  if (code === '23502') {
    return refusal(invalid('INPUT_INVALID', { field: fieldName(error.column ?? ''), reason: 'missing' }));
  }
  if (code === '23514') {
    return refusal(invalid('INPUT_INVALID', { field: fieldOfCheck(error), reason: 'range' }));
  }
  if (code === APPEND_ONLY_STATE) return refusal(conflict('APPEND_ONLY', {}));
  if (code === NOBODY_ACCOUNTABLE_STATE) return refusal(conflict('NOBODY_ACCOUNTABLE', {}));
  if (NOT_STORABLE.has(code))
    return refusal(invalid('TEXT_NOT_STORABLE', { field: fieldName(error.column ?? '') }));
  const reason = BAD_VALUE.get(code);
  if (reason) return refusal(invalid('INPUT_INVALID', { field: fieldName(error.column ?? ''), reason }));
  return { kind: 'defect' };
}

const refusal = (it: Refusal): DatabaseVerdict => ({ kind: 'refusal', refusal: it });

function isPostgresError(error: unknown): error is PostgresError {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return false;
  if (CONNECTION.has(error.code)) return 'syscall' in error;
  return /^[0-9A-Z]{5}$/.test(error.code) && 'severity' in error;
}

/** knex gives up waiting for a connection of its pool with an error that has a name but no code. */
const isPoolTimeout = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'KnexTimeoutError' || error.name === 'TimeoutError');

/** `Key (building_code, label)=(3, 501) already exists.` → `['buildingCode', 'label']` */
function fieldsOf(error: PostgresError): string[] {
  const columns = /^Key \(([^=]*)\)=/.exec(error.detail ?? '')?.[1];
  if (columns) {
    return [...columns.matchAll(/[a-z_][a-z0-9_]*/g)]
      .map(([column]) => column)
      .filter((column) => !['lower', 'text', 'coalesce', 'with', 'where'].includes(column))
      .map(fieldName);
  }
  const name = fieldOfCheck(error);
  return name ? [name] : [];
}

/** `units_area_check` on table `units` → `area`: what is left of the constraint's name without table and kind. */
function fieldOfCheck({ constraint = '', table = '' }: PostgresError): string {
  const bare = constraint
    .replace(new RegExp(`^${table.replace(/[^a-z0-9_]/g, '')}_`), '')
    .replace(/_(check|ck|uq|unique|key|excl|idx)$/, '');
  return fieldName(bare);
}

/** Column to attribute, the way Strapi names them: `received_at` → `receivedAt`, `unit_id` → `unit`. */
export function fieldName(column: string): string {
  return column
    .replace(/_(id|hash)$/, '')
    .replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
