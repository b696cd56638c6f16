import { getFetchClient } from '@strapi/strapi/admin';
import { inLanguage } from './office';

interface Place {
  type: string;
  documentId: string;
  locale: string;
}

/** A photo on the record of a case. */
export interface Photo {
  id: string;
  name: string;
  by: string;
  /** ISO 8601. */
  at: string;
}

const pathOf = ({ type, documentId }: Place): string =>
  `/office/cases/${type}/${encodeURIComponent(documentId)}/photos`;

/** Sends a photo in for a case; what comes back is named in an action. Throws the office's refusal. */
export async function sendPhoto(place: Place, file: File): Promise<Pick<Photo, 'id' | 'name'>> {
  const body = new FormData();
  body.append('files', file);
  const { data } = await getFetchClient().post<{ data: Pick<Photo, 'id' | 'name'> }>(pathOf(place), body, {
    headers: inLanguage(place.locale),
  });
  return data.data;
}

/** The picture itself: it is behind the log-in, so no address of it can be put on a page. */
export async function fetchPhoto(place: Place, id: string): Promise<Blob> {
  const { data } = await getFetchClient().get<Blob>(`${pathOf(place)}/${encodeURIComponent(id)}`, {
    responseType: 'blob',
    headers: inLanguage(place.locale),
  });
  return data;
}
