import { adminApi } from '@strapi/strapi/admin';
import { inLanguage, timesOf, type OfficeTimes } from '../../cases/http/office';
import { type ReportChoices, type ShownReport, type SummaryLine, type Trend } from './contract';

interface Answer<Data> {
  data: Data;
  meta?: { serverTime?: string; timeZone?: string };
}

interface Asked {
  /** As a query string. */
  query: string;
  locale: string;
}

/** The questions of the reports page. An action on a case makes their answers old. */
const reportsApi = adminApi.enhanceEndpoints({ addTagTypes: ['OfficeCase'] }).injectEndpoints({
  endpoints: (build) => ({
    getReport: build.query<ShownReport, Asked>({
      query: ({ query, locale }) => ({
        url: `/office/reports?${query}`,
        config: { headers: inLanguage(locale) },
      }),
      transformResponse: ({ data }: Answer<ShownReport>) => data,
      providesTags: ['OfficeCase'],
      keepUnusedDataFor: 30,
    }),
    getTrend: build.query<Trend, Asked>({
      query: ({ query, locale }) => ({
        url: `/office/reports/trend?${query}`,
        config: { headers: inLanguage(locale) },
      }),
      transformResponse: ({ data }: Answer<Trend>) => data,
      providesTags: ['OfficeCase'],
      keepUnusedDataFor: 60,
    }),
    getReportChoices: build.query<ReportChoices & OfficeTimes, { locale: string }>({
      query: ({ locale }) => ({ url: '/office/reports/choices', config: { headers: inLanguage(locale) } }),
      transformResponse: ({ data, meta }: Answer<ReportChoices>) => ({ ...data, ...timesOf(meta) }),
      keepUnusedDataFor: 300,
    }),
    getSummaries: build.query<readonly SummaryLine[], { locale: string }>({
      query: ({ locale }) => ({ url: '/office/reports/summaries', config: { headers: inLanguage(locale) } }),
      transformResponse: ({ data }: Answer<readonly SummaryLine[]>) => data,
      providesTags: ['OfficeCase'],
    }),
    getSummaryReport: build.query<ShownReport, { id: string; locale: string }>({
      query: ({ id, locale }) => ({
        url: `/office/reports/summaries/${encodeURIComponent(id)}`,
        config: { headers: inLanguage(locale) },
      }),
      transformResponse: ({ data }: Answer<ShownReport>) => data,
      providesTags: ['OfficeCase'],
    }),
  }),
});

export const {
  useGetReportQuery,
  useGetTrendQuery,
  useGetReportChoicesQuery,
  useGetSummariesQuery,
  useGetSummaryReportQuery,
} = reportsApi;
