import { adminApi } from '@strapi/strapi/admin';
import { uidOf } from '../../cases/http/caseType';
import { inLanguage } from '../../cases/http/office';
import { type CategoryList, type PeopleList, type RowChange } from './contract';

const pathOf = (type: string): string => `/content-manager/collection-types/${uidOf(type)}`;

/** Categories and people: read at the office's door, saved through Strapi's own, with all its rights and proofs. */
const setupApi = adminApi
  .enhanceEndpoints({ addTagTypes: ['Document', 'RecentDocumentList', 'OfficeSetup'] })
  .injectEndpoints({
    endpoints: (build) => ({
      getCategories: build.query<CategoryList, { locale: string }>({
        query: ({ locale }) => ({ url: '/office/setup/categories', config: inHeaders(locale) }),
        transformResponse: ({ data }: { data: CategoryList }) => data,
        providesTags: ['OfficeSetup'],
      }),
      getPeople: build.query<PeopleList, { locale: string }>({
        query: ({ locale }) => ({ url: '/office/setup/people', config: inHeaders(locale) }),
        transformResponse: ({ data }: { data: PeopleList }) => data,
        providesTags: ['OfficeSetup'],
      }),
      saveRow: build.mutation<unknown, RowChange & { locale: string }>({
        query: ({ type, documentId, data, locale }) => ({
          url: `${pathOf(type)}/${encodeURIComponent(documentId)}`,
          method: 'PUT',
          data,
          config: inHeaders(locale),
        }),
        invalidatesTags: ['OfficeSetup', 'Document', 'RecentDocumentList'],
      }),
      addCategory: build.mutation<unknown, { data: Readonly<Record<string, unknown>>; locale: string }>({
        query: ({ data, locale }) => ({
          url: pathOf('category'),
          method: 'POST',
          data,
          config: inHeaders(locale),
        }),
        invalidatesTags: ['OfficeSetup', 'Document', 'RecentDocumentList'],
      }),
    }),
  });

const inHeaders = (locale: string) => ({ headers: inLanguage(locale) });

export const { useGetCategoriesQuery, useGetPeopleQuery, useSaveRowMutation, useAddCategoryMutation } =
  setupApi;
