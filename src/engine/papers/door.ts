import { readFile, rm, stat } from 'node:fs/promises';
import { forbidden, invalid } from '../../rules/refusal';
import { paperWords } from '../../rules/words/papers';
import type { DoorContext } from '../door/context';
import type { Viewing } from '../door/views';
import { dispatchOrderForm } from './dispatch-order';
import { pageWordsOf, said } from './facts';
import { caseOfSlip, slipInPhoto, slipOf } from './find';
import { drawForms } from './forms';
import type { Form } from './plan';
import { keyLabels } from './key-labels';
import { MOST_PHOTO_BYTES } from './qr';
import { drawRegister } from './register-sheet';
import { registerOf, type RegisterKind } from './registers';
import { returnVisitForm } from './return-visit';

interface PaperContext extends DoorContext {
  readonly request: { readonly body?: unknown; readonly files?: Readonly<Record<string, unknown>> };
  set(header: string, value: string): void;
}

interface FormKind {
  readonly form: (viewing: Viewing, id: string) => Promise<Form>;
  readonly title: keyof typeof paperWords;
}

const FORMS: Readonly<Record<string, FormKind>> = {
  'dispatch-order': { form: dispatchOrderForm, title: 'title.dispatch-order' },
  'return-visit': { form: returnVisitForm, title: 'title.return-visit' },
};

/** Cases that are printed at once. */
const MOST_AT_ONCE = 100;

/** What the panel's door lends: routes under its session, and who may read what. */
interface Door<Route> {
  readonly route: (method: string, path: string, handle: (ctx: DoorContext) => Promise<void>) => Route;
  readonly viewing: (ctx: DoorContext) => Promise<Viewing>;
  /** The viewing of one who may read all these types; throws NOT_ENTITLED for others. */
  readonly reading: (ctx: DoorContext, ...types: readonly string[]) => Promise<Viewing>;
  readonly said: (data: unknown) => unknown;
}

/**
 * Papers, and finding the case of a paper: `GET papers/<type>/:id.pdf`, `GET papers/<kind>-register.pdf`,
 * `POST papers/batch {type, ids}` and
 * `GET papers/batch.pdf?type=&ids=` (ids parted by commas; of `key` a sheet of labels), `GET papers/find?code=`, `POST papers/find` with a photo in `files`.
 */
export function paperRoutes<Route>({ route, viewing, reading, said: answer }: Door<Route>): Route[] {
  /** A form tells of the request too, so both must be readable. */
  const forms = async (ctx: DoorContext, type: string, ids: readonly string[]) => {
    const kind = FORMS[type];
    if (!kind) throw invalid('INPUT_INVALID', { field: 'type', reason: 'not_a_choice' });
    const seen = await reading(ctx, type, 'ticket');
    const plans: Form[] = [];
    for (const id of ids) plans.push(await kind.form(seen, id));
    const title = [said(seen, paperWords[kind.title]), plans.length === 1 ? plans[0]?.number : ''];
    const pdf = await drawForms(plans, {
      title: title.filter(Boolean).join(' '),
      at: seen.office.now(),
      page: pageWordsOf(seen),
    });
    asPdf(ctx, plans.length === 1 ? String(plans[0]?.number) : type, pdf);
  };

  const register = (kind: RegisterKind) =>
    route('GET', `/papers/${kind}-register.pdf`, async (ctx) => {
      const seen = await reading(ctx, 'ticket');
      const plan = await registerOf(seen, kind, ctx.query);
      asPdf(
        ctx,
        `${kind}-register`,
        await drawRegister(plan, { at: seen.office.now(), page: pageWordsOf(seen) }),
      );
    });

  const labels = async (ctx: DoorContext, ids: unknown) =>
    asPdf(ctx, 'key-labels', await keyLabels(await reading(ctx, 'key'), idsIn(ids)));

  const found = async (ctx: DoorContext, slip: ReturnType<typeof slipOf>) => {
    const seen = await reading(ctx, slip.type);
    const there = await caseOfSlip(seen, slip);
    await seen.scope?.assert(slip.type, there.documentId);
    ctx.body = answer(there);
  };

  return [
    ...Object.keys(FORMS).map((type) =>
      route('GET', `/papers/${type}/:id.pdf`, (ctx) => forms(ctx, type, [String(ctx.params.id)])),
    ),
    register('repair'),
    register('complaint'),
    route('POST', '/papers/batch', (ctx) => {
      const { type, ids } = batchIn(ctx.request.body);
      return forms(ctx, type, ids);
    }),
    // The panel's own client takes files by GET only.
    route('GET', '/papers/batch.pdf', (ctx) => {
      const { type, ids } = ctx.query;
      const listed = typeof ids === 'string' ? ids.split(',') : ids;
      if (type === 'key') return labels(ctx, listed);
      const asked = batchIn({ type, ids: listed });
      return forms(ctx, asked.type, asked.ids);
    }),
    route('GET', '/papers/find', async (ctx) => {
      await viewing(ctx);
      const { code } = ctx.query;
      await found(ctx, slipOf(typeof code === 'string' ? code.slice(0, 1000) : ''));
    }),
    route('POST', '/papers/find', async (ctx) => {
      const { actor } = await viewing(ctx);
      if (actor.kind === 'staff' && actor.posts.length === 0)
        throw forbidden('NOT_ENTITLED', { action: 'read' });
      await found(ctx, await slipInPhoto(await photoIn(ctx as PaperContext)));
    }),
  ];
}

function asPdf(ctx: DoorContext, name: string, body: unknown): void {
  const { set } = ctx as PaperContext;
  set.call(ctx, 'Content-Disposition', `inline; filename="${name}.pdf"`);
  set.call(ctx, 'Cache-Control', 'no-store');
  ctx.type = 'application/pdf';
  ctx.body = body;
}

/** Throws INPUT_INVALID (field named) for anything but a type and 1 to 100 different ids. */
function batchIn(body: unknown): { readonly type: string; readonly ids: readonly string[] } {
  const { type, ids } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  if (typeof type !== 'string' || !Object.hasOwn(FORMS, type))
    throw invalid('INPUT_INVALID', { field: 'type', reason: 'not_a_choice' });
  return { type, ids: idsIn(ids) };
}

/** Throws INPUT_INVALID for anything but 1 to 100 different ids. */
function idsIn(ids: unknown): readonly string[] {
  const texts = Array.isArray(ids) && ids.every((id): id is string => typeof id === 'string') ? ids : [];
  const different = [...new Set(texts)].filter((id) => id !== '');
  if (different.length === 0 || different.length > MOST_AT_ONCE)
    throw invalid('INPUT_INVALID', { field: 'ids', reason: 'range' });
  return different;
}

/** The one photo of the request. Throws INPUT_INVALID for none or several, PHOTO_TOO_BIG. */
async function photoIn({ request }: PaperContext): Promise<Buffer> {
  const path = (request.files?.files as { filepath?: string } | undefined)?.filepath;
  if (path === undefined) throw invalid('INPUT_INVALID', { field: 'files', reason: 'missing' });
  try {
    const { size } = await stat(path);
    if (size > MOST_PHOTO_BYTES)
      throw invalid('PHOTO_TOO_BIG', { field: 'files', most: MOST_PHOTO_BYTES / 1024 / 1024 });
    return await readFile(path);
  } finally {
    await rm(path, { force: true });
  }
}
