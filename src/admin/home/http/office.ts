import { adminApi } from '@strapi/strapi/admin';
import { inLanguage, timesOf, type OfficeTimes } from '../../cases/http/office';
import { type ClocksAhead, type Month, type RecordPage, type WhatIsOut, type Work } from './contract';
import { pageOf } from './paths';

interface Answer<Data> {
  data: Data;
  meta?: { serverTime?: string; timeZone?: string };
}

/** What the office says, with the difference between its clock and this machine's. */
export type Told<Data> = Data & OfficeTimes;

const told = <Data>({ data, meta }: Answer<Data>): Told<Data> => ({ ...data, ...timesOf(meta) });

interface PageAsked {
  path: string;
  start: number;
  limit: number;
  locale: string;
}

/** The home page's questions. An action on a case makes their answers old. */
const homeApi = adminApi.enhanceEndpoints({ addTagTypes: ['OfficeCase'] }).injectEndpoints({
  endpoints: (build) => ({
    getMyWork: build.query<Told<Work>, { locale: string }>({
      query: ({ locale }) => ({ url: '/office/home/my-work', config: { headers: inLanguage(locale) } }),
      transformResponse: (answer: Answer<Work>) => told(answer),
      providesTags: ['OfficeCase'],
    }),
    getClocksAhead: build.query<Told<ClocksAhead>, { locale: string; hours: number }>({
      query: ({ locale, hours }) => ({
        url: `/office/home/clocks?hours=${hours}`,
        config: { headers: inLanguage(locale) },
      }),
      transformResponse: (answer: Answer<ClocksAhead>) => told(answer),
      providesTags: ['OfficeCase'],
    }),
    getWhatIsOut: build.query<Told<WhatIsOut>, { locale: string }>({
      query: ({ locale }) => ({ url: '/office/home/out', config: { headers: inLanguage(locale) } }),
      transformResponse: (answer: Answer<WhatIsOut>) => told(answer),
      providesTags: ['OfficeCase'],
    }),
    getMonth: build.query<Told<Month>, { locale: string }>({
      query: ({ locale }) => ({ url: '/office/home/month', config: { headers: inLanguage(locale) } }),
      transformResponse: (answer: Answer<Month>) => told(answer),
      providesTags: ['OfficeCase'],
    }),
    getRecords: build.query<Told<RecordPage>, PageAsked>({
      query: ({ path, start, limit, locale }) => ({
        url: pageOf(path, { start, limit }),
        config: { headers: inLanguage(locale) },
      }),
      transformResponse: (answer: Answer<RecordPage>) => told(answer),
      providesTags: ['OfficeCase'],
      keepUnusedDataFor: 10,
    }),
  }),
});

export const {
  useGetMyWorkQuery,
  useGetClocksAheadQuery,
  useGetWhatIsOutQuery,
  useGetMonthQuery,
  useGetRecordsQuery,
} = homeApi;
