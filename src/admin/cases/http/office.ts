import { adminApi } from '@strapi/strapi/admin';
import { uidOf } from './caseType';
import { type CaseAnswer, type CaseType, type CaseView, type Choice } from './contract';
import { CONFLICT, problemOf } from './problem';
import { OFFICE_ZONE } from '../time';

export interface CaseName {
  type: CaseType;
  documentId: string;
  locale: string;
}

/** A case as the panel keeps it: with the difference between the server's clock and this machine's. */
export interface KnownCase extends CaseView, OfficeTimes {}

export interface ActionRequest extends CaseName {
  action: string;
  input: Readonly<Record<string, unknown>>;
  version: number;
  /** The same for every try of one and the same answer, so that a retry cannot act twice. */
  idempotencyKey: string;
}

/** When and where an answer was given. */
export interface OfficeTimes {
  /** Milliseconds to add to this machine's clock to get the server's. */
  clockOffset: number;
  /** The time zone of the office, an IANA name. */
  timeZone: string;
}

/** What an answer's `meta` says of the office's time. */
export function timesOf(meta: CaseAnswer['meta']): OfficeTimes {
  const server = Date.parse(meta?.serverTime ?? '');
  return {
    clockOffset: Number.isNaN(server) ? 0 : server - Date.now(),
    timeZone: meta?.timeZone ?? OFFICE_ZONE,
  };
}

const withOffset = ({ data, meta }: CaseAnswer): KnownCase => ({ ...data, ...timesOf(meta) });

const caseUrl = ({ type, documentId }: CaseName): string =>
  `/office/cases/${type}/${encodeURIComponent(documentId)}`;

/** The header that asks for answers in a language. */
export const inLanguage = (locale: string) => ({ 'Accept-Language': locale });

/**
 * The office's door, as part of Strapi's own query store: saving the generated form refreshes the case,
 * and an action refreshes the form and the lists.
 */
export const officeApi = adminApi
  .enhanceEndpoints({ addTagTypes: ['Document', 'Relations', 'RecentDocumentList', 'OfficeCase'] })
  .injectEndpoints({
    endpoints: (build) => ({
      getCase: build.query<KnownCase, CaseName>({
        query: (name) => ({ url: caseUrl(name), config: { headers: inLanguage(name.locale) } }),
        transformResponse: withOffset,
        providesTags: (_result, _error, { type, documentId }) => [
          'OfficeCase',
          { type: 'Document', id: `${uidOf(type)}_${documentId}` },
        ],
      }),
      performAction: build.mutation<KnownCase, ActionRequest>({
        query: ({ action, input, version, idempotencyKey, ...name }) => ({
          url: `${caseUrl(name)}/actions/${encodeURIComponent(action)}`,
          method: 'POST',
          data: { data: input, version },
          config: { headers: { ...inLanguage(name.locale), 'Idempotency-Key': idempotencyKey } },
        }),
        transformResponse: withOffset,
        // A conflict means that what is on the screen is old, so it is read again as well.
        invalidatesTags: (result, error) =>
          result || problemOf(error).status === CONFLICT
            ? ['OfficeCase', 'Document', 'Relations', 'RecentDocumentList']
            : [],
      }),
      getChoices: build.query<readonly Choice[], { type: string; q: string; locale: string }>({
        query: ({ type, q, locale }) => ({
          url: `/office/choices/${type}?q=${encodeURIComponent(q)}`,
          config: { headers: inLanguage(locale) },
        }),
        transformResponse: (answer: { data: readonly Choice[] }) => answer.data,
        keepUnusedDataFor: 30,
      }),
    }),
  });

export const { useGetCaseQuery, useLazyGetCaseQuery, usePerformActionMutation, useGetChoicesQuery } =
  officeApi;
