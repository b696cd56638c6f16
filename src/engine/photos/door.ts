import { readFile, rm, stat } from 'node:fs/promises';
import { openActions } from '../../rules/cases/decide';
import { photosOf } from '../../rules/photos';
import { conflict, forbidden, invalid, notFound } from '../../rules/refusal';
import { query } from '../db';
import type { DoorContext } from '../door/context';
import { readCase, type Viewing } from '../door/views';
import { newDocumentId } from '../ids';
import { definitionOf, tableFor } from '../office';
import { MOST_BYTES, smallPhoto } from './small';

interface FileContext extends DoorContext {
  readonly request: { readonly body?: unknown; readonly files?: Readonly<Record<string, unknown>> };
  set(header: string, value: string): void;
}

/** What the panel's door lends: routes under its session, and the viewing of one who may see the case in the path. */
interface Door<Route> {
  readonly route: (method: string, path: string, handle: (ctx: DoorContext) => Promise<void>) => Route;
  readonly onCase: (ctx: DoorContext) => Promise<Viewing>;
  readonly where: (ctx: DoorContext) => At;
  readonly said: (data: unknown) => unknown;
}

/** Photos that were sent in and put on no record are thrown away after a day, when the next is sent in. */
const KEPT_UNUSED = "interval '1 day'";
/** Of one case at a time: whoever chose the wrong ones begins anew. */
const MOST_UNUSED = 60;

/**
 * Photos of a case: `POST cases/:type/:id/photos` takes one in `files` and gives its id, for an action that asks for photos;
 * `GET cases/:type/:id/photos/:photo` gives one that is on the record. Only for whoever may see the case.
 */
export function photoRoutes<Route>({ route, onCase, where, said }: Door<Route>): Route[] {
  return [
    route('POST', '/cases/:type/:id/photos', async (ctx) => {
      const { type, id } = where(ctx);
      const seen = await onCase(ctx);
      const { actor, office } = seen;
      const { bytes, name } = await fileIn(ctx as FileContext);
      await assertAsksForPhotos(seen, { type, id });
      await forgetUnused(seen, { type, id });
      const photo = { id: newDocumentId(), name };
      const at = new Date(office.now()).toISOString();
      await query(
        office.pool,
        'INSERT INTO gj_photos (id, case_type, case_id, name, sent_by, sent_at, jpeg) VALUES ($1, $2, $3, $4, $5, $6, $7)',
        [photo.id, type, id, name, actor.name, at, await smallPhoto(bytes)],
      );
      ctx.body = said(photo);
      ctx.status = 201;
    }),
    route('GET', '/cases/:type/:id/photos/:photo', async (ctx) => {
      const { type, id } = where(ctx);
      const { office, scope } = await onCase(ctx);
      if (scope && !scope.may('read', type, 'photos'))
        throw forbidden('NOT_ENTITLED', { action: 'read', type });
      const { photo } = ctx.params;
      const known = photosOf(await readCase(office, type, id)).some((one) => one.id === photo);
      const [row] = known
        ? await query<{ jpeg: Buffer }>(
            office.pool,
            'SELECT jpeg FROM gj_photos WHERE id = $1 AND case_id = $2 AND case_type = $3',
            [photo, id, type],
          )
        : [];
      if (!row) throw notFound('NOT_FOUND', { photo });
      // A photo never changes, but whoever may see it today may not tomorrow.
      (ctx as FileContext).set('Cache-Control', 'private, max-age=3600');
      ctx.type = 'image/jpeg';
      ctx.body = row.jpeg;
    }),
  ];
}

interface At {
  readonly type: string;
  readonly id: string;
}

/** Throws NOT_ENTITLED for whoever has no action on the case, as it stands, that takes photos. */
async function assertAsksForPhotos({ office, actor }: Viewing, { type, id }: At): Promise<void> {
  const definition = definitionOf(office, type);
  const open = openActions(definition, await readCase(office, type, id), actor);
  if (open.some((name) => definition.actions[name]?.input.shape.photos)) return;
  throw forbidden('NOT_ENTITLED', { action: 'photograph', type });
}

/** Throws PHOTOS_TOO_MANY for a case that has as many as it may that nobody has put on record. */
async function forgetUnused({ office }: Viewing, { type, id }: At): Promise<void> {
  const unused = `case_id = $1 AND case_type = $2 AND NOT EXISTS (SELECT FROM "${tableFor(office, type).table}" t
    WHERE t.document_id = $1 AND t.photos @> jsonb_build_array(jsonb_build_object('id', gj_photos.id)))`;
  await query(
    office.pool,
    `DELETE FROM gj_photos WHERE ${unused} AND sent_at < $3::timestamp - ${KEPT_UNUSED}`,
    [id, type, new Date(office.now()).toISOString()],
  );
  const [row] = await query<{ count: number }>(
    office.pool,
    `SELECT count(*)::int AS count FROM gj_photos WHERE ${unused}`,
    [id, type],
  );
  if ((row?.count ?? 0) >= MOST_UNUSED)
    throw conflict('PHOTOS_TOO_MANY', { field: 'photos', most: MOST_UNUSED });
}

/** The one file of the request, and what it is called. Throws INPUT_INVALID for none or several, PHOTO_TOO_BIG. */
async function fileIn({ request }: FileContext): Promise<{ bytes: Buffer; name: string }> {
  const file = request.files?.files as { filepath?: string; originalFilename?: string } | undefined;
  if (file?.filepath === undefined) throw invalid('INPUT_INVALID', { field: 'files', reason: 'missing' });
  try {
    const { size } = await stat(file.filepath);
    if (size > MOST_BYTES)
      throw invalid('PHOTO_TOO_BIG', { field: 'photos', most: MOST_BYTES / 1024 / 1024 });
    return { bytes: await readFile(file.filepath), name: nameOf(file.originalFilename) };
  } finally {
    await rm(file.filepath, { force: true });
  }
}

const NAME_LENGTH = 100;

/** The name of a file without what nobody can read in it. */
const nameOf = (given: string | undefined): string =>
  (given ?? '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .slice(0, NAME_LENGTH)
    .toWellFormed() || 'photo.jpg';
