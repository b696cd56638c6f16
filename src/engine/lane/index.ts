import type { Core } from '@strapi/strapi';
import type { DoorContext } from '../door/context';
import { listingOf } from '../door/listing';
import { singleOf } from '../door/single';
import { offices, officeOf } from '../office';
import { uidOf } from '../tables';
import { laneRoutes, tripOf, type Trip } from './routes';
import { tokenDesk, type TokenAuth } from './tokens';

interface LaneContext extends DoorContext {
  readonly method: string;
  readonly path: string;
  params: Record<string, string>;
  readonly state: DoorContext['state'] & { auth?: unknown; isAuthenticated?: boolean };
}

type Controller = Readonly<Record<Trip['action'], (ctx: unknown) => Promise<unknown>>>;

/**
 * The fast lane: what outside systems ask for most is answered by the same controllers as ever, past Strapi's router and
 * its reading of the token from the database on every request. It stands behind all global middlewares that are for outside systems, so headers,
 * limits, errors and their words are those of the ordinary route. Whoever is not let in here (no token, a token that is
 * revoked, expired or too small, a question it does not know) goes the ordinary way and gets its answer.
 */
export function fastLane(strapi: Core.Strapi) {
  let lane: ReturnType<typeof openLane> | undefined;
  return async (ctx: LaneContext, next: () => Promise<unknown>): Promise<unknown> => {
    if (!offices.has(strapi) || !strapi.config.get('office.lane', true)) return next();
    lane ??= openLane(strapi);
    return lane(ctx, next);
  };
}

function openLane(strapi: Core.Strapi) {
  const office = officeOf(strapi);
  const desk = tokenDesk(strapi);
  const known = laneRoutes(strapi, office.definitions.keys());
  const prefix = String(strapi.config.get('api.rest.prefix', '/api'));
  return async (ctx: LaneContext, next: () => Promise<unknown>): Promise<unknown> => {
    const trip = tripOf(known, prefix, ctx);
    const authorization = trip && ctx.get('authorization');
    if (!trip || !authorization) return next();
    const auth = await desk.bearerOf(authorization);
    if (!auth || !(await desk.may(auth, trip.scope)) || !understands(trip, ctx)) return next();
    return travel(ctx, trip, auth);
  };

  function understands(trip: Trip, ctx: LaneContext): boolean {
    const { type, action, params } = trip;
    if (action === 'find') return listingOf(strapi, type, ctx.query) !== null;
    return action !== 'findOne' || singleOf(strapi, { type, id: params.id ?? '' }, ctx.query) !== null;
  }

  async function travel(ctx: LaneContext, trip: Trip, auth: TokenAuth): Promise<void> {
    ctx.params = { ...trip.params };
    ctx.state.auth = auth;
    ctx.state.isAuthenticated = true;
    const controller = strapi.controller(uidOf(trip.type) as never) as unknown as Controller;
    const said = await controller[trip.action](ctx);
    if (said !== undefined && ctx.body == null) ctx.body = said;
  }
}
