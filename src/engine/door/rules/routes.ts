import { invalid } from '../../../rules/refusal';
import { statutoryDaysOf } from '../../../rules/time';
import { say } from '../../../rules/words/say';
import type { Draft } from '../../imagine';
import { uidOf } from '../../tables';
import { askingOf, type DoorContext } from '../context';
import type { Sight } from '../intake/may';
import type { Viewing } from '../views';
import { checkRule } from './check';

/** What the panel's door lends its rooms. */
interface Door<Route> {
  route(method: string, path: string, handle: (ctx: DoorContext) => Promise<void>): Route;
  /** Who asks, if his roles let him read these types. */
  reading(ctx: DoorContext, ...types: readonly string[]): Promise<Viewing>;
  mayRead(ctx: DoorContext, type: string): boolean;
  /** Whether his roles let him save such a row. */
  maySave(ctx: DoorContext, type: string, isNew: boolean): boolean;
  said(data: unknown): { data: unknown; meta: object };
}

type Values = Readonly<Record<string, unknown>>;

const valuesOf = (given: unknown, field: string): Values => {
  if (given === undefined || given === null) return {};
  if (typeof given !== 'object' || Array.isArray(given))
    throw invalid('INPUT_INVALID', { field, reason: 'shape' });
  return given as Values;
};

const idOf = (given: unknown): string | null => (typeof given === 'string' && given !== '' ? given : null);

const YEARS = { first: 1970, last: 2200 };

function yearOf(given: unknown): number {
  const year = Number(given);
  if (!Number.isInteger(year) || year < YEARS.first || year > YEARS.last)
    throw invalid('INPUT_INVALID', { field: 'year', reason: 'range' });
  return year;
}

/** Trying out what managers configure, under `/office/rules`. */
export function ruleRoutes<Route>({ route, reading, mayRead, maySave, said }: Door<Route>): Route[] {
  const sight = (ctx: DoorContext): Sight => ({
    units: mayRead(ctx, 'unit'),
    people: mayRead(ctx, 'owner') && mayRead(ctx, 'occupancy'),
    tickets: mayRead(ctx, 'ticket'),
  });
  /** The form's row, for those only who may save it. */
  const draftIn = (
    ctx: DoorContext,
    type: string,
    documentId: string | null,
    given: unknown,
  ): Draft | null =>
    given === undefined || given === null || !maySave(ctx, type, documentId === null)
      ? null
      : { uid: uidOf(type), documentId, values: valuesOf(given, 'draft') };
  return [
    route('GET', '/rules/statutory-days', async (ctx) => {
      const { locale } = await reading(ctx, 'work-calendar');
      const days = statutoryDaysOf(yearOf(ctx.query.year));
      ctx.body = said(days.map(({ name, ...day }) => ({ ...day, name: say(name, locale) })));
    }),
    route('POST', '/rules/:type/check', async (ctx) => {
      const type = String(ctx.params.type);
      const seen = await reading(ctx, type);
      const data = valuesOf(askingOf(ctx).input, 'data');
      const { documentId, at, later, draft } = ctx.request.body as Values;
      const id = idOf(documentId);
      ctx.body = said(
        await checkRule(seen, sight(ctx), {
          type,
          documentId: id,
          data,
          at,
          later: valuesOf(later, 'later'),
          draft: draftIn(ctx, type, id, draft),
        }),
      );
      ctx.status = 200;
    }),
  ];
}
