import type { Core } from '@strapi/strapi';
import { uidOf } from '../tables';

export type Values = Readonly<Record<string, unknown>>;
export interface Kept {
  readonly id: number;
  readonly documentId: string;
}

// Record types are named at run time here, so Strapi's types by uid cannot follow; these two are where that is said.

/** Writes one record through the Document Service, with all that hangs on it (validation, privacy, codes). */
export async function create(strapi: Core.Strapi, type: string, data: Values): Promise<Kept> {
  const made = await strapi.documents(uidOf(type) as never).create({ data: data as never });
  return made as unknown as Kept;
}

/** The documentIds of all records of a type, by their code. */
export async function idsByCode(strapi: Core.Strapi, type: string): Promise<Map<string, string>> {
  const rows = (await strapi.db
    .query(uidOf(type))
    .findMany({ select: ['code', 'documentId'] as never })) as unknown as {
    code: string;
    documentId: string;
  }[];
  return new Map(rows.map((row) => [row.code, row.documentId]));
}
