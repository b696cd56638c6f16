import type { Core } from '@strapi/strapi';
import { forbidden } from '../../rules/refusal';
import type { MaySee } from '../board';
import { rightId } from '../rights';
import { officeOf } from '../office';
import { paperRoutes } from '../papers/door';
import { reportRoutes } from '../reports/door';
import { uidOf } from '../tables';
import { showBoard, showBoardChoices } from './board';
import { chainOfHands } from './chain-of-hands';
import { choicesFor } from './choices';
import { openClaims } from './claims';
import { showFreeWindows } from './free-windows';
import { askingOf, viewingOf, type DoorContext } from './context';
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
import { streamEvents, type StreamContext } from './events';
import { intakeRoutes } from './intake/routes';
import { showFigureRecords, showFigures } from './figures';
import { showClockList, showClocksAhead, showMyWork, showThisMonth } from './home';
import { overdueOrders } from './overdue-orders';
import { showLedger, showRoute } from './responsibility';
import { ruleRoutes } from './rules/routes';
import { setupRoutes } from './setup/routes';

/** The right to work on cases through the panel; what each post may do with one is decided by the rules. */
export const WORK_ACTION = rightId('office.work');

/** Types that nobody sees the dispatch board without. */
const ON_BOARD = ['ticket', 'dispatch-order', 'staff-member'] as const;

interface Ability {
  can(action: string, subject: string, field?: string): boolean;
}

/** Whether the caller's roles let him read a type in the panel's own lists, or a field of it. */
const mayRead = (ctx: DoorContext, type: string, field?: string): boolean => {
  const { userAbility } = ctx.state as { userAbility?: Ability };
  return userAbility?.can('plugin::content-manager.explorer.read', uidOf(type), field) ?? false;
};

/** Whether the caller's roles let him save a row of a type in the panel's own forms, or a field of it. */
const maySave = (ctx: DoorContext, type: string, isNew: boolean, field?: string): boolean => {
  const { userAbility } = ctx.state as { userAbility?: Ability };
  const action = `plugin::content-manager.explorer.${isNew ? 'create' : 'update'}`;
  return userAbility?.can(action, uidOf(type), field) ?? false;
};

/** The same for fields, each looked up once: a board asks about the same few for every row. */
function fieldsOpenTo(ctx: DoorContext): MaySee {
  const known = new Map<string, boolean>();
  return (type, field) => {
    const key = `${type}.${field}`;
    const may = known.get(key) ?? mayRead(ctx, type, field);
    known.set(key, may);
    return may;
  };
}

/** The same door as the REST API's, under the panel's session: `/office/…`. */
export function registerPanelDoor(strapi: Core.Strapi): void {
  const viewing = (ctx: DoorContext) => viewingOf(strapi, ctx, 'panel');
  /** Whoever may not read a type in the panel's own lists may not read it here. */
  const reading = async (ctx: DoorContext, ...types: readonly string[]) => {
    const type = types.find((one) => !mayRead(ctx, one));
    if (type !== undefined) throw forbidden('NOT_ENTITLED', { action: 'read', type });
    const seen = await viewing(ctx);
    assertMayLook(seen);
    return seen;
  };
  const looking = (ctx: DoorContext, type = String(ctx.params.type)) => reading(ctx, type);
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
        ctx.body = said(await showCaseWhole(await looking(ctx), type, id));
      }),
      route('GET', '/cases/:type/:id/actions', async (ctx) => {
        const { type, id } = where(ctx);
        ctx.body = said(await showActions(await looking(ctx), type, id));
      }),
      route('GET', '/cases/:type/:id/activities', async (ctx) => {
        const { type, id } = where(ctx);
        ctx.body = said(await showActivities(await looking(ctx), type, id));
      }),
      route('GET', '/cases/:type/:id/clocks', async (ctx) => {
        const { type, id } = where(ctx);
        ctx.body = said(await showClocks(await looking(ctx), type, id));
      }),
      route('GET', '/cases/:type/:id/chain', async (ctx) => {
        const { type, id } = where(ctx);
        ctx.body = said(await chainOfHands(await looking(ctx), type, id));
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
        await actOnCase(seen, { type, id, action: String(ctx.params.action) }, askingOf(ctx));
        ctx.body = said(await showCaseWhole(seen, type, id));
      }),
      ...intakeRoutes({ route, viewing, mayRead, said }),
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
        ctx.body = said(await showBoard(seen, fieldsOpenTo(ctx), ctx.query));
      }),
      route('GET', '/board/choices', async (ctx) => {
        const seen = await reading(ctx, ...ON_BOARD);
        ctx.body = said(await showBoardChoices(seen, fieldsOpenTo(ctx)));
      }),
      route('GET', '/events', async (ctx) => {
        streamEvents(await reading(ctx, ...ON_BOARD), ctx as StreamContext);
      }),
      route('GET', '/home/my-work', async (ctx) => {
        ctx.body = said(await showMyWork(await viewing(ctx), (type) => mayRead(ctx, type)));
      }),
      route('GET', '/home/clocks', async (ctx) => {
        ctx.body = said(await showClocksAhead(await viewing(ctx), ctx.query));
      }),
      route('GET', '/home/clocks/:list', async (ctx) => {
        ctx.body = said(await showClockList(await viewing(ctx), String(ctx.params.list), ctx.query));
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
        ctx.body = said(await showRoute(await reading(ctx, 'ticket'), String(ctx.params.id), ctx.query));
      }),
      route('GET', '/responsibility/:list', async (ctx) => {
        const seen = await reading(ctx, 'ticket', 'hand-over');
        const { lines, pagination } = await showLedger(seen, String(ctx.params.list), ctx.query);
        const { data, meta } = said(lines);
        ctx.body = { data, meta: { ...meta, pagination } };
      }),
      ...paperRoutes({ route, viewing, reading, said }),
      ...ruleRoutes({ route, reading, mayRead, maySave, said }),
      ...setupRoutes({ route, reading, mayRead, maySave, said }),
      ...reportRoutes({ route, viewing, reading, said }),
      route('GET', '/choices/:type', async (ctx) => {
        ctx.body = said(
          await choicesFor(await looking(ctx), String(ctx.params.type), String(ctx.query.q ?? '')),
        );
      }),
    ],
  } as never);
}
