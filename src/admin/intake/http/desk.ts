import { adminApi } from '@strapi/strapi/admin';
import { type About, type Hit, type IntakeBody, type Preview, type Registered } from './contract';

/** An answer of the office, with the time zone that its moments are written in. */
export interface InZone<Answer> {
  answer: Answer;
  timeZone: string | undefined;
}

interface Envelope<Answer> {
  data: Answer;
  meta?: { timeZone?: string };
}

const inZone = <Answer>({ data, meta }: Envelope<Answer>): InZone<Answer> => ({
  answer: data,
  timeZone: meta?.timeZone,
});

const inLanguage = (locale: string) => ({ headers: { 'Accept-Language': locale } });

/** The front desk's part of the office's door. What is asked while typing is not kept. */
const deskApi = adminApi
  .enhanceEndpoints({ addTagTypes: ['Document', 'RecentDocumentList', 'OfficeDesk'] })
  .injectEndpoints({
    endpoints: (build) => ({
      findCaller: build.query<InZone<readonly Hit[]>, { q: string; locale: string }>({
        query: ({ q, locale }) => ({
          url: `/office/intake/find?q=${encodeURIComponent(q)}`,
          config: inLanguage(locale),
        }),
        transformResponse: inZone<readonly Hit[]>,
        keepUnusedDataFor: 10,
      }),
      aboutCaller: build.query<InZone<About>, { unit?: string; owner?: string; locale: string }>({
        query: ({ locale, ...about }) => ({
          url: `/office/intake/about?${new URLSearchParams(about).toString()}`,
          config: inLanguage(locale),
        }),
        transformResponse: inZone<About>,
        keepUnusedDataFor: 0,
        providesTags: ['OfficeDesk'],
      }),
      previewRequest: build.query<InZone<Preview>, { body: IntakeBody; locale: string }>({
        query: ({ body, locale }) => ({
          url: '/office/intake/preview',
          method: 'POST',
          data: body,
          config: inLanguage(locale),
        }),
        transformResponse: inZone<Preview>,
        keepUnusedDataFor: 0,
        providesTags: ['OfficeDesk'],
      }),
      registerRequest: build.mutation<
        InZone<Registered>,
        { body: IntakeBody; idempotencyKey: string; locale: string }
      >({
        query: ({ body, idempotencyKey, locale }) => ({
          url: '/office/intake',
          method: 'POST',
          data: body,
          config: { headers: { 'Accept-Language': locale, 'Idempotency-Key': idempotencyKey } },
        }),
        transformResponse: inZone<Registered>,
        invalidatesTags: (result) => (result ? ['Document', 'RecentDocumentList', 'OfficeDesk'] : []),
      }),
    }),
  });

export const { useFindCallerQuery, useAboutCallerQuery, usePreviewRequestQuery, useRegisterRequestMutation } =
  deskApi;
