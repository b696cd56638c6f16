import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { Refusal } from '../../rules/refusal';
import type { Intake, ReadyRow, Taken } from './intake';
import { quietly, type OpenTransaction } from './quietly';

/** PostgreSQL: a value that must be single is there already. */
const UNIQUE_VIOLATION = '23505';

/**
 * An intake for records without stages, through the Document Service, so that every hook sees them.
 * A record whose `known` field already has that value is left as it is.
 */
export function plainIntake(strapi: Core.Strapi, type: string, known: string): Intake {
  const uid = `api::${type}.${type}` as never;

  async function valuesKnown(): Promise<Set<string>> {
    const rows = await strapi.db.query(uid).findMany({ select: [known] });
    return new Set((rows as Record<string, unknown>[]).map((row) => String(row[known])));
  }

  async function takeOne(
    transaction: OpenTransaction,
    existing: Set<string>,
    { fields }: ReadyRow,
  ): Promise<Taken> {
    const value = String(fields[known] ?? '');
    if (existing.has(value)) return { outcome: 'unchanged' };
    await transaction.raw('SAVEPOINT one_row');
    try {
      await strapi.documents(uid).create({ data: fields as never });
    } catch (error) {
      await transaction.raw('ROLLBACK TO SAVEPOINT one_row');
      return refused(error);
    }
    await transaction.raw('RELEASE SAVEPOINT one_row');
    existing.add(value);
    return { outcome: 'admitted' };
  }

  return async (work) => {
    const existing = await valuesKnown();
    return quietly(strapi, (transaction) =>
      work(async (rows) => {
        const taken: Taken[] = [];
        // One after the other: writes of one transaction must not run side by side.
        for (const row of rows) taken.push(await takeOne(transaction, existing, row));
        return taken;
      }),
    );
  };
}

function refused(error: unknown): Taken {
  if (error instanceof Refusal) return { outcome: 'refused', code: error.code, details: error.details };
  if (error instanceof errors.ValidationError) {
    const [first] = (error.details as { errors?: { path?: string[]; message?: string }[] }).errors ?? [];
    const field = first?.path?.join('.') ?? '';
    return {
      outcome: 'refused',
      code: 'INPUT_INVALID',
      details: { field, reason: first?.message ?? error.message },
    };
  }
  if ((error as { code?: string }).code === UNIQUE_VIOLATION) {
    const fields = /\(([^)]*)\)=/.exec((error as { detail?: string }).detail ?? '')?.[1] ?? '';
    return { outcome: 'refused', code: 'ALREADY_EXISTS', details: { fields } };
  }
  throw error;
}
