import type { PoolClient } from 'pg';
import { z } from 'zod';
import { actionOf } from '../rules/cases/decide';
import type { CaseDefinition } from '../rules/cases/types';
import { invalid, type Refusal } from '../rules/refusal';
import { query } from './db';
import { groupBy } from './group';
import type { Office } from './office';
import { tableNameOf } from './tables';

export interface NamedReference {
  readonly field: string;
  readonly type: string;
  readonly id: string;
}

const referenceFields = new WeakMap<z.ZodObject, readonly (readonly [field: string, type: string])[]>();

/** The fields of an input schema that name another record, with its type. */
export function referenceFieldsOf(schema: z.ZodObject): readonly (readonly [field: string, type: string])[] {
  let fields = referenceFields.get(schema);
  if (!fields) {
    const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
    fields = Object.entries(shape.properties ?? {}).flatMap(([field, property]) => {
      const type = referenceIn(property);
      return type ? [[field, type] as const] : [];
    });
    referenceFields.set(schema, fields);
  }
  return fields;
}

function referenceIn(property: unknown): string | null {
  if (typeof property !== 'object' || property === null) return null;
  const { reference, anyOf } = property as { reference?: unknown; anyOf?: unknown[] };
  if (typeof reference === 'string') return reference;
  return anyOf?.map(referenceIn).find((found) => found !== null) ?? null;
}

/** The records that an input names. A value that is no documentId is left for the schema to refuse. */
export function referencesIn(
  definition: CaseDefinition,
  actionName: string,
  input: unknown,
): NamedReference[] {
  const action = actionOf(definition, actionName);
  if (typeof input !== 'object' || input === null) return [];
  return referenceFieldsOf(action.input).flatMap(([field, type]) => {
    const id = (input as Readonly<Record<string, unknown>>)[field];
    return typeof id === 'string' && /^[a-z][a-z0-9]{23}$/.test(id) ? [{ field, type, id }] : [];
  });
}

/** Types whose records are taken out of use rather than deleted; nobody sends work there any more. Staff have rules of their own. */
const TAKEN_OUT_OF_USE: ReadonlySet<string> = new Set(['team', 'contractor', 'category']);

/** SQL that is true of a row that may be named. */
const inUse = (type: string): string =>
  TAKEN_OUT_OF_USE.has(type) ? 'active IS DISTINCT FROM false' : 'true';

const refusalOf = (
  { field, type, id }: NamedReference,
  isInUse: boolean | null | undefined,
): Refusal | undefined => {
  if (isInUse) return undefined;
  return invalid(isInUse === false ? 'REFERENCE_INACTIVE' : 'REFERENCE_UNKNOWN', { field, type, id });
};

/**
 * Reads the policy's revision and proves in the same trip that all records named exist and are in use. Throws
 * REFERENCE_UNKNOWN, REFERENCE_INACTIVE.
 */
export async function checkReferences(
  office: Office,
  references: readonly NamedReference[],
): Promise<{ revision: number }> {
  const checks = references.map(
    ({ type }, index) =>
      `(SELECT ${inUse(type)} FROM "${tableNameOf(office.strapi, type)}" WHERE document_id = $${index + 1}) AS ref${index}`,
  );
  const [row] = await query<{ revision: number } & Record<string, unknown>>(
    office.pool,
    `SELECT ${['revision', ...checks].join(', ')} FROM gj_policy_revision`,
    references.map(({ id }) => id),
  );
  references.forEach((reference, index) => {
    const refusal = refusalOf(reference, row?.[`ref${index}`] as boolean | null | undefined);
    if (refusal) throw refusal;
  });
  return { revision: row?.revision ?? 0 };
}

/** The same for many requests in one trip: by request, the refusal of the first reference that cannot be named. */
export async function knownReferences(
  { strapi }: Pick<Office, 'strapi'>,
  client: PoolClient,
  requests: readonly (readonly NamedReference[])[],
): Promise<{ revision: number; refusals: readonly (Refusal | undefined)[] }> {
  const byType = groupBy(requests.flat(), ({ type }) => type);
  const types = [...byType.keys()].sort();
  const [row] = await query<{ revision: number } & Record<string, unknown>>(
    client,
    `SELECT ${[
      'revision',
      ...types.map(
        (type, index) =>
          `(SELECT jsonb_object_agg(document_id, ${inUse(type)}) FROM "${tableNameOf(strapi, type)}"
            WHERE document_id = ANY($${index + 1}::text[])) AS ref${index}`,
      ),
    ].join(', ')} FROM gj_policy_revision`,
    types.map((type) => [...new Set(byType.get(type)?.map(({ id }) => id))]),
  );
  const found = new Map(
    types.map((type, index) => [type, (row?.[`ref${index}`] ?? {}) as Readonly<Record<string, boolean>>]),
  );
  return {
    revision: row?.revision ?? 0,
    refusals: requests.map((references) =>
      references.map((one) => refusalOf(one, found.get(one.type)?.[one.id])).find((refusal) => refusal),
    ),
  };
}
