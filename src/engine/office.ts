import type { Core } from '@strapi/strapi';
import type { Pool } from 'pg';
import type { CaseDefinition } from '../rules/cases/types';
import { notFound } from '../rules/refusal';
import type { News } from './news';
import type { PolicyShelf } from './policy';
import { tableOf, type Link, type Table } from './tables';

/** The engine with everything it works with; one per Strapi. */
export interface Office {
  readonly strapi: Core.Strapi;
  readonly pool: Pool;
  /** Connections for locks that are held beside a transaction: one each, never waited for by who holds another of them. */
  readonly locks: Pool;
  readonly policy: PolicyShelf;
  readonly timeZone: string;
  readonly definitions: ReadonlyMap<string, CaseDefinition>;
  readonly tables: ReadonlyMap<string, Table>;
  /** Now, epoch milliseconds; a test sets its own. */
  readonly now: () => number;
  /** Tells all instances, and those who watch, that something has changed. */
  readonly news: News;
  /** Personal data on its way into a column and out of sight. */
  readonly privacy: Privacy;
}

export interface Privacy {
  seal(kind: string, value: string): { stored: string; hash: string };
  masked(kind: string, value: string): string;
}

/** The engines that are open, by their Strapi. */
export const offices = new WeakMap<Core.Strapi, Office>();

export function setOffice(strapi: Core.Strapi, office: Office): void {
  offices.set(strapi, office);
}

/** The engine of this Strapi; throws when it is not open yet. */
export function officeOf(strapi: Core.Strapi): Office {
  const office = offices.get(strapi);
  if (!office) throw new Error('the engine is not open');
  return office;
}

/** The case type of that API name. Throws CASE_TYPE_UNKNOWN. */
export function definitionOf(office: Pick<Office, 'definitions'>, type: string): CaseDefinition {
  const definition = office.definitions.get(type);
  if (!definition) throw notFound('CASE_TYPE_UNKNOWN', { type });
  return definition;
}

/** Where a case type is stored. Throws CASE_TYPE_UNKNOWN. */
export function tableFor(office: Pick<Office, 'tables'>, type: string): Table {
  const table = office.tables.get(type);
  if (!table) throw notFound('CASE_TYPE_UNKNOWN', { type });
  return table;
}

/** Where a to-one relation of a record type is stored. Throws a plain Error where there is none of that name. */
export function tableOfLink({ strapi }: Pick<Office, 'strapi'>, type: string, attribute: string): Link {
  const link = tableOf(strapi, type).links.find((one) => one.attribute === attribute);
  if (!link) throw new Error(`${type} has no relation ${attribute}`);
  return link;
}
