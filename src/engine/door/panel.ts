import type { Core } from '@strapi/strapi';
import { forbidden } from '../../rules/refusal';
import type { MaySee } from '../board';
import { rightId } from '../rights';
import { officeOf } from '../office';
import { paperRoutes } from '../papers/door';
import { photoRoutes } from '../photos/door';
import { reportRoutes } from '../reports/door';
import { scopeOf, type Ability, type Scope } from '../scope/scope';
import { showBoard, showBoardChoices } from './board';
import { chainOfHands } from './chain-of-hands';
import { choicesFor } from './choices';
import { openClaims } from './claims';
import { showFreeWindows } from './free-windows';
import { askingOf, viewingOf, type DoorContext } from './context';
import type { Viewing } from './views';
import {
  assertMayLook,
  actOnCase,
  createCase,
  showActions,
  showActivities,
  showCaseWhole,
  showClocks,
} from './handlers';
import { showCoverage } from './coverage';
import { typeOfOut } from '../home';
import { streamEvents, type StreamContext } from './events';
import { intakeRoutes } from './intake/routes';
import { showFigureRecords, showFigures } from './figures';
import {
  showClockList,
  showClocksAhead,
  showMyWork,
  showOutList,
  showThisMonth,
  showWhatIsOut,
} from './home';
import { overdueOrders } from './overdue-orders';
import { wasOffered } from './offers';
import { showLedger, showRoute } from './responsibility';
import { ruleRoutes } from './rules/routes';
import { setupRoutes } from './setup/routes';

/** The right to work on cases through the panel; what each post may do with one is decided by the rules. */
export const WORK_ACTION = rightId('office.work');

/** Types that nobody sees the dispatch board without. */
const ON_BOARD = ['ticket', 'dispatch-order', 'staff-member'] as const;

/** Whether the caller's roles let him read a type in the panel's own lists, or a field of it. */
const mayRead = ({ scope }: Viewing, type: string, field?: string): boolean =>
  scope?.may('read', type, field) ?? false;

/** The same for fields, each looked up once: a board asks about the same few for every row. */
function fieldsOpenTo(seen: Viewing): MaySee {
  const known = new Map<string, boolean>();
  return (type, field) => {
    const key = `${type}.${field}`;
    const may = known.get(key) ?? mayRead(seen, type, field);
    known.set(key, may);
    return may;
  };
}

/** The same door as the REST API's, under the panel's session: `/office/…`. */
export function registerPanelDoor(strapi: Core.Strapi): void {
  const scopeIn = ({ state }: DoorContext): Scope =>
    scopeOf(strapi, (state as { userAbility: Ability }).userAbility);
  /** What the caller's roles let him read and save in the panel's own lists and forms. */
  const asked = {
    mayRead: (ctx: DoorContext, type: string, field?: string) => scopeIn(ctx).may('read', type, field),
    maySave: (ctx: DoorContext, type: string, isNew: boolean, field?: string) =>
      scopeIn(ctx).may(isNew ? 'create' : 'update', type, field),
  };
  const viewing = async (ctx: DoorContext): Promise<Viewing> => ({
    ...(await viewingOf(strapi, ctx, 'panel')),
    scope: scopeIn(ctx),
  });
  /** Whoever may not read a type in the panel's own lists may not read it here. */
  const reading = async (ctx: DoorContext, ...types: readonly string[]) => {
    const seen = await viewing(ctx);
    const type = types.find((one) => !mayRead(seen, one));
    if (type !== undefined) throw forbidden('NOT_ENTITLED', { action: 'read', type });
    assertMayLook(seen);
    return seen;
  };
  const looking = (ctx: DoorContext, type = String(ctx.params.type)) => reading(ctx, type);
  /** Nor whoever may not read this one of its records. */
  const onCase = async (ctx: DoorContext, type = String(ctx.params.type)) => {
    const seen = await reading(ctx, type);
    await seen.scope?.assert(type, String(ctx.params.id));
    return seen;
  };
  const where = (ctx: DoorContext) => ({ type: String(ctx.params.type), id: String(ctx.params.id) });
  const said = (data: unknown) => {
    const { now, timeZone } = officeOf(strapi);
    return { data, meta: { serverTime: new Date(now()).toISOString(), timeZone } };
  };

  const route = (method: string, path: string, handle: (ctx: DoorContext) => Promise<void>) => ({
    method,
    path,
    handler: handle,
    info: { type: 'admin' },
    config: {
      policies: [
        'admin::isAuthenticatedAdmin',
        { name: 'admin::hasPermissions', config: { actions: [WORK_ACTION] } },
      ],
    },
  });

  strapi.server.routes({
    type: 'admin',
    prefix: '/office',
    routes: [
      route('GET', '/cases/:type/:id', async (ctx) => {
        const { type, id } = where(ctx);
        ctx.body = said(await showCaseWhole(await onCase(ctx), type, id));
      }),
      route('GET', '/cases/:type/:id/actions', async (ctx) => {
        const { type, id } = where(ctx);
        ctx.body = said(await showActions(await onCase(ctx), type, id));
      }),
      route('GET', '/cases/:type/:id/activities', async (ctx) => {
        const { type, id } = where(ctx);
        ctx.body = said(await showActivities(await onCase(ctx), type, id));
      }),
      route('GET', '/cases/:type/:id/clocks', async (ctx) => {
        const { type, id } = where(ctx);
        ctx.body = said(await showClocks(await onCase(ctx), type, id));
      }),
      route('GET', '/cases/:type/:id/chain', async (ctx) => {
        const { type, id } = where(ctx);
        ctx.body = said(await chainOfHands(await onCase(ctx), type, id));
      }),
      route('GET', '/overdue-orders', async (ctx) => {
        const { data, meta } = await overdueOrders(await looking(ctx, 'dispatch-order'), ctx.query);
        ctx.body = { data, meta: { ...said(data).meta, ...meta } };
      }),
      route('POST', '/cases/:type', async (ctx) => {
        const seen = await viewing(ctx);
        const type = String(ctx.params.type);
        const record = await createCase(seen, type, askingOf(ctx));
        ctx.body = said(await showCaseWhole(seen, type, record.documentId));
        ctx.status = 201;
      }),
      route('POST', '/cases/:type/:id/actions/:action', async (ctx) => {
        const seen = await looking(ctx);
        const { type, id } = where(ctx);
        const action = String(ctx.params.action);
        if (!(await wasOffered(seen, { type, id, action }))) await seen.scope?.assert(type, id);
        await actOnCase(seen, { type, id, action }, askingOf(ctx));
        ctx.body = said(await showCaseWhole(seen, type, id));
      }),
      ...intakeRoutes({ route, viewing, said }),
      route('GET', '/house-calls/coverage', async (ctx) => {
        ctx.body = said(await showCoverage(await viewing(ctx), ctx.query));
      }),
      route('GET', '/figures', async (ctx) => {
        ctx.body = said(await showFigures(await viewing(ctx), ctx.query));
      }),
      route('GET', '/figures/:figure/records', async (ctx) => {
        ctx.body = said(await showFigureRecords(await viewing(ctx), String(ctx.params.figure), ctx.query));
      }),
      route('GET', '/board', async (ctx) => {
        const seen = await reading(ctx, ...ON_BOARD);
        ctx.body = said(await showBoard(seen, fieldsOpenTo(seen), ctx.query));
      }),
      route('GET', '/board/choices', async (ctx) => {
        const seen = await reading(ctx, ...ON_BOARD);
        ctx.body = said(await showBoardChoices(seen, fieldsOpenTo(seen)));
      }),
      route('GET', '/events', async (ctx) => {
        streamEvents(await reading(ctx, ...ON_BOARD), ctx as StreamContext);
      }),
      route('GET', '/home/my-work', async (ctx) => {
        ctx.body = said(await showMyWork(await viewing(ctx)));
      }),
      route('GET', '/home/clocks', async (ctx) => {
        ctx.body = said(await showClocksAhead(await viewing(ctx), ctx.query));
      }),
      route('GET', '/home/clocks/:list', async (ctx) => {
        ctx.body = said(await showClockList(await viewing(ctx), String(ctx.params.list), ctx.query));
      }),
      route('GET', '/home/out', async (ctx) => {
        ctx.body = said(await showWhatIsOut(await viewing(ctx)));
      }),
      route('GET', '/home/out/:kind/:list', async (ctx) => {
        const { kind, list } = ctx.params;
        const seen = await looking(ctx, typeOfOut(String(kind)));
        ctx.body = said(await showOutList(seen, { kind: String(kind), list: String(list) }, ctx.query));
      }),
      route('GET', '/home/month', async (ctx) => {
        ctx.body = said(await showThisMonth(await viewing(ctx)));
      }),
      route('GET', '/staff/:id/free-windows', async (ctx) => {
        const seen = await looking(ctx, 'dispatch-order');
        ctx.body = said(await showFreeWindows(seen, String(ctx.params.id), ctx.query));
      }),
      route('GET', '/claims', async (ctx) => {
        ctx.body = said(await openClaims(await looking(ctx, 'dispatch-order')));
      }),
      route('GET', '/responsibility/tickets/:id/route', async (ctx) => {
        ctx.body = said(await showRoute(await onCase(ctx, 'ticket'), String(ctx.params.id), ctx.query));
      }),
      route('GET', '/responsibility/:list', async (ctx) => {
        const seen = await reading(ctx, 'ticket', 'hand-over');
        const { lines, pagination } = await showLedger(seen, String(ctx.params.list), ctx.query);
        const { data, meta } = said(lines);
        ctx.body = { data, meta: { ...meta, pagination } };
      }),
      ...photoRoutes({ route, onCase: (ctx) => onCase(ctx), where, said }),
      ...paperRoutes({ route, viewing, reading, said }),
      ...ruleRoutes({ ...asked, route, reading, said }),
      ...setupRoutes({ ...asked, route, reading, said }),
      ...reportRoutes({ route, viewing, reading, said }),
      route('GET', '/choices/:type', async (ctx) => {
        ctx.body = said(
          await choicesFor(await looking(ctx), String(ctx.params.type), String(ctx.query.q ?? '')),
        );
      }),
    ],
  } as never);
}
