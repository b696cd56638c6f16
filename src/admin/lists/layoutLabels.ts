import { adminApi } from '@strapi/strapi/admin';
import { fieldWords } from '../translations/officeWords';

interface StoredField {
  edit?: { label?: string };
  list?: { label?: string };
}

interface StoredLayout {
  data?: { contentType?: { uid?: string; metadatas?: Record<string, StoredField> } };
}

interface Endpoint {
  transformResponse?: (response: StoredLayout, ...others: unknown[]) => unknown;
}

const TYPE = /^api::([a-z-]+)\.\1$/;

/**
 * Names the fields in the chooser of columns and in the settings of a view. Strapi takes those names
 * from the stored layout and looks for no translation, so they are translated as the layout arrives.
 */
export function nameLayoutFields(): void {
  adminApi.enhanceEndpoints({
    endpoints: {
      // The content manager's own endpoint, which its types keep to themselves.
      getContentTypeConfiguration(endpoint: Endpoint | undefined) {
        const read = endpoint?.transformResponse;
        if (!endpoint || !read) return;
        endpoint.transformResponse = (response, ...others) => read(withNames(response), ...others);
      },
    },
  });
}

/** The layout with the labels of its fields in the user's language; fields we have no word for stay. */
export function withNames(
  response: StoredLayout,
  english = document.documentElement.lang === 'en',
): StoredLayout {
  const contentType = response.data?.contentType;
  const type = TYPE.exec(contentType?.uid ?? '')?.[1];
  if (!contentType?.metadatas || !type) return response;
  const words = { ...fieldWords.common, ...fieldWords[type] };
  const metadatas = Object.fromEntries(
    Object.entries(contentType.metadatas).map(([field, stored]) => {
      const found = words[field];
      if (!found) return [field, stored];
      const label = english ? found.en : found.zh;
      return [field, { ...stored, edit: { ...stored.edit, label }, list: { ...stored.list, label } }];
    }),
  );
  return { ...response, data: { ...response.data, contentType: { ...contentType, metadatas } } };
}
