import type { Core } from '@strapi/strapi';
import { forbidden, invalid, notFound } from '../../rules/refusal';
import { type Model, modelsOf, personalFields } from './fields';
import { open } from './seal';
import { scopeOf, type Ability } from '../scope/scope';
import { typeOfUid } from '../tables';
import { logView } from './views';

/** A member of staff as Strapi's panel session has him. */
export interface PanelUser {
  readonly id: number;
  readonly firstname?: string | null;
  readonly lastname?: string | null;
  readonly email?: string;
}

export interface Revealing {
  readonly strapi: Core.Strapi;
  readonly user: PanelUser;
  /** What the session may read; undefined where that has been seen to already. */
  readonly ability?: unknown;
  /** API name or uid of the record type. */
  readonly type: string;
  readonly documentId: string;
  readonly field: string;
}

/**
 * One personal value in full. Who saw it is logged before it leaves, or it does not leave. Throws
 * INPUT_UNKNOWN_FIELD (no personal field of that type), RECORD_UNKNOWN, NOT_ENTITLED (a record that the user may
 * not read at all), PERSONAL_DATA_KEY_MISSING.
 */
export async function revealPersonal(revealing: Revealing): Promise<string | null> {
  const { strapi, user, documentId, field } = revealing;
  const model = modelNamed(strapi, revealing.type);
  if (!model || !personalFields(model).kinds.has(field)) throw invalid('INPUT_UNKNOWN_FIELD', { field });
  const row = await rowOf(strapi, model, documentId);
  if (!row) throw notFound('RECORD_UNKNOWN', { type: model.uid, id: documentId });
  if (!(await mayRead(revealing, model)))
    throw forbidden('NOT_ENTITLED', { type: model.uid, action: 'reveal' });
  const stored = row[field];
  if (typeof stored !== 'string') return null;
  const value = open(stored);
  await strapi.db.transaction(({ trx }) =>
    logView(trx, { userId: user.id, userName: nameOf(user), type: model.uid, documentId, field }),
  );
  return value;
}

function modelNamed(strapi: Core.Strapi, type: string): Model | undefined {
  const uid = /^[a-z][a-z0-9-]*$/.test(type) ? `api::${type}.${type}` : type;
  return Object.hasOwn(strapi.contentTypes, uid) ? modelsOf(strapi)(uid) : undefined;
}

async function rowOf(
  strapi: Core.Strapi,
  model: Model,
  documentId: string,
): Promise<Readonly<Record<string, unknown>> | null> {
  return (await strapi.db.query(model.uid).findOne({ where: { documentId } })) as Readonly<
    Record<string, unknown>
  > | null;
}

/** The right to see numbers in full is a right on top of reading the record and the field, never instead of it. */
async function mayRead({ strapi, ability, field, documentId }: Revealing, model: Model): Promise<boolean> {
  if (ability === undefined) return true;
  const scope = scopeOf(strapi, ability as Ability);
  const type = typeOfUid(model.uid);
  return scope.may('read', type, field) && (await scope.among(type, [documentId])).has(documentId);
}

const nameOf = ({ firstname, lastname, email }: PanelUser): string =>
  [firstname, lastname].filter(Boolean).join(' ') || (email ?? '');
