import type { ActionContext, CaseRecord } from './cases/types';
import { conflict, invalid, type Refusal } from './refusal';

/** A photo of a case as its record keeps it; the picture is fetched by its id. */
export interface Photo {
  readonly id: string;
  /** The name of the file that was sent. */
  readonly name: string;
  /** Who sent it. */
  readonly by: string;
  /** When, ISO string. */
  readonly at: string;
}

/** A case with more of them is no record any more, but an album. */
export const MOST_OF_A_CASE = 60;

type Photographed = Pick<ActionContext<CaseRecord>, 'record' | 'answers'> & { readonly input: unknown };

const wanted = (input: unknown): readonly string[] =>
  (input as { readonly photos?: readonly string[] | null }).photos ?? [];

/** The photos on a record. */
export const photosOf = ({ photos }: Readonly<Record<string, unknown>>): readonly Photo[] =>
  Array.isArray(photos) ? (photos as Photo[]) : [];

/** Every photo named must have been sent in for this case. Refuses with PHOTO_UNKNOWN, PHOTOS_TOO_MANY. */
export function photosSent({ record, input, answers }: Photographed): Refusal | undefined {
  const ids = wanted(input);
  const sent = answers.photos as readonly Photo[] | undefined;
  if (ids.some((id) => !sent?.some((photo) => photo.id === id)))
    return invalid('PHOTO_UNKNOWN', { field: 'photos' });
  return photosOf(record).length + ids.length > MOST_OF_A_CASE
    ? conflict('PHOTOS_TOO_MANY', { field: 'photos', most: MOST_OF_A_CASE })
    : undefined;
}

/** What is set on the record when photos were sent along: those before, and each new one once. */
export function photosAdded({ record, input, answers }: Photographed): {
  readonly photos?: readonly Photo[];
} {
  const before = photosOf(record);
  const known = new Set(before.map(({ id }) => id));
  const ids = new Set(wanted(input).filter((id) => !known.has(id)));
  const sent = (answers.photos as readonly Photo[] | undefined) ?? [];
  const added = [...ids].flatMap((id) => sent.filter((photo) => photo.id === id));
  return added.length > 0 ? { photos: [...before, ...added] } : {};
}
