import { getFetchClient } from '@strapi/strapi/admin';

const DISMISSED = 'STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false';

/**
 * Takes Strapi's news about itself off the top of every page. There is no setting for it; a user can
 * only wave it away, and this does so for them. The note is kept under the id of the installation.
 */
export async function hideStrapiNews(): Promise<void> {
  try {
    const { data } = await getFetchClient().get<{ data?: { uuid?: unknown } }>('/admin/init');
    localStorage.setItem(`${DISMISSED}:${String(data.data?.uuid)}`, 'true');
  } catch {
    // The page works with the news as well.
  }
}
