import { z } from 'zod';
import { actionOf } from '../rules/cases/decide';
import type { CaseDefinition } from '../rules/cases/types';
import { invalid } from '../rules/refusal';
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

/** Reads the policy's revision and proves in the same trip that all records named exist. Throws REFERENCE_UNKNOWN. */
export async function checkReferences(
  office: Office,
  references: readonly NamedReference[],
): Promise<{ revision: number }> {
  const checks = references.map(
    ({ type }, index) =>
      `EXISTS (SELECT FROM "${tableNameOf(office.strapi, type)}" WHERE document_id = $${index + 1}) AS ref${index}`,
  );
  const [row] = await query<{ revision: number } & Record<string, unknown>>(
    office.pool,
    `SELECT ${['revision', ...checks].join(', ')} FROM gj_policy_revision`,
    references.map(({ id }) => id),
  );
  references.forEach(({ field, type, id }, index) => {
    if (!row?.[`ref${index}`]) throw invalid('REFERENCE_UNKNOWN', { field, type, id });
  });
  return { revision: row?.revision ?? 0 };
}

/** The same for many requests in one trip: by request, the first reference that names nothing. */
export async function knownReferences(
  office: Office,
  requests: readonly (readonly NamedReference[])[],
): Promise<{ revision: number; missing: readonly (NamedReference | undefined)[] }> {
  const byType = groupBy(requests.flat(), ({ type }) => type);
  const types = [...byType.keys()].sort();
  const [row] = await query<{ revision: number } & Record<string, unknown>>(
    office.pool,
    `SELECT ${[
      'revision',
      ...types.map(
        (type, index) =>
          `ARRAY(SELECT document_id FROM "${tableNameOf(office.strapi, type)}" WHERE document_id = ANY($${index + 1}::text[])) AS ref${index}`,
      ),
    ].join(', ')} FROM gj_policy_revision`,
    types.map((type) => [...new Set(byType.get(type)?.map(({ id }) => id))]),
  );
  const found = new Map(types.map((type, index) => [type, new Set(row?.[`ref${index}`] as string[])]));
  return {
    revision: row?.revision ?? 0,
    missing: requests.map((references) => references.find(({ type, id }) => !found.get(type)?.has(id))),
  };
}
