import { CASE_TYPES, type CaseType } from './contract';

const UID = /^api::([a-z-]+)\.\1$/;

/** The case type of a content type ('api::ticket.ticket' → 'ticket'); undefined where it is no case. */
export function caseTypeOf(uid: string): CaseType | undefined {
  const name = UID.exec(uid)?.[1];
  return CASE_TYPES.find((type) => type === name);
}

/** The content type of an API name. */
export const uidOf = (type: string): string => `api::${type}.${type}`;

/** Where a record is opened in the panel. */
export const editPathOf = (type: string, documentId: string): string =>
  `/content-manager/collection-types/${uidOf(type)}/${documentId}`;
