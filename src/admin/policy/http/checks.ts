import { adminApi } from '@strapi/strapi/admin';
import { inLanguage } from '../../cases/http/office';
import { type CheckBody, type RuleCheck, type RuleType, type StatutoryDay } from './contract';

interface Envelope<Answer> {
  data: Answer;
  meta?: { timeZone?: string };
}

export interface Checked extends RuleCheck {
  timeZone: string | undefined;
}

/** The part of the office's door where rules are tried out. */
const rulesApi = adminApi.injectEndpoints({
  endpoints: (build) => ({
    checkRule: build.mutation<Checked, { type: RuleType; body: CheckBody; locale: string }>({
      query: ({ type, body, locale }) => ({
        url: `/office/rules/${type}/check`,
        method: 'POST',
        data: body,
        config: { headers: inLanguage(locale) },
      }),
      transformResponse: ({ data, meta }: Envelope<RuleCheck>) => ({ ...data, timeZone: meta?.timeZone }),
    }),
    getStatutoryDays: build.query<readonly StatutoryDay[], { year: number; locale: string }>({
      query: ({ year, locale }) => ({
        url: `/office/rules/statutory-days?year=${year}`,
        config: { headers: inLanguage(locale) },
      }),
      transformResponse: ({ data }: Envelope<readonly StatutoryDay[]>) => data,
    }),
  }),
});

export const { useCheckRuleMutation, useGetStatutoryDaysQuery } = rulesApi;
