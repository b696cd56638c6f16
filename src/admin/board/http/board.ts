import { adminApi } from '@strapi/strapi/admin';
import { inLanguage } from '../../cases/http/office';
import { type BoardAnswer, type BoardChoices, type BoardData } from './contract';
import { OFFICE_ZONE } from '../../cases/time';

/** The board as the panel keeps it. */
export interface KnownBoard extends BoardData {
  /** Milliseconds to add to this machine's clock to get the server's. */
  clockOffset: number;
  timeZone: string;
}

interface Asked {
  /** The filters, as a query string. */
  query: string;
  locale: string;
}

/** The board in Strapi's own query store: an action on a case, from wherever in the panel, has it read again. */
const boardApi = adminApi.enhanceEndpoints({ addTagTypes: ['OfficeCase'] }).injectEndpoints({
  endpoints: (build) => ({
    getBoard: build.query<KnownBoard, Asked>({
      query: ({ query, locale }) => ({
        url: `/office/board?${query}`,
        config: { headers: inLanguage(locale) },
      }),
      transformResponse: ({ data, meta }: BoardAnswer) => {
        const server = Date.parse(meta?.serverTime ?? '');
        return {
          ...data,
          clockOffset: Number.isNaN(server) ? 0 : server - Date.now(),
          timeZone: meta?.timeZone ?? OFFICE_ZONE,
        };
      },
      providesTags: ['OfficeCase'],
      keepUnusedDataFor: 0,
    }),
    getBoardChoices: build.query<BoardChoices, { locale: string }>({
      query: ({ locale }) => ({ url: '/office/board/choices', config: { headers: inLanguage(locale) } }),
      transformResponse: (answer: { data: BoardChoices }) => answer.data,
      keepUnusedDataFor: 300,
    }),
  }),
});

export const { useGetBoardQuery, useGetBoardChoicesQuery } = boardApi;
