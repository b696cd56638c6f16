import { askingOf, type DoorContext } from '../context';
import type { Viewing } from '../views';
import { aboutCaller } from './about';
import { findCaller } from './find';
import type { Sight } from './may';
import { previewRequest } from './preview';
import { registerRequest } from './register';
import { printedSlip } from './slip';

/** What the panel's door lends its rooms. */
interface Door<Route> {
  route(method: string, path: string, handle: (ctx: DoorContext) => Promise<void>): Route;
  viewing(ctx: DoorContext): Promise<Viewing>;
  said(data: unknown): { data: unknown; meta: object };
}

const besideData = (ctx: DoorContext): Readonly<Record<string, unknown>> =>
  (ctx.request.body ?? {}) as Readonly<Record<string, unknown>>;

/** The front desk's own routes, under `/office/intake`. */
export function intakeRoutes<Route>({ route, viewing, said }: Door<Route>): Route[] {
  const sight = ({ scope }: Viewing): Sight => {
    const reads = (type: string): boolean => scope?.may('read', type) ?? false;
    return {
      units: reads('unit'),
      people: reads('owner') && reads('occupancy'),
      tickets: reads('ticket'),
    };
  };
  return [
    route('GET', '/intake/find', async (ctx) => {
      const seen = await viewing(ctx);
      ctx.body = said(await findCaller(seen, sight(seen), String(ctx.query.q ?? '')));
    }),
    route('GET', '/intake/about', async (ctx) => {
      const seen = await viewing(ctx);
      ctx.body = said(await aboutCaller(seen, sight(seen), ctx.query));
    }),
    route('POST', '/intake/preview', async (ctx) => {
      const seen = await viewing(ctx);
      const { input } = askingOf(ctx);
      const { caller, at } = besideData(ctx);
      ctx.body = said(await previewRequest(seen, sight(seen), { input, caller, at }));
      ctx.status = 200;
    }),
    route('POST', '/intake', async (ctx) => {
      const seen = await viewing(ctx);
      const { caller } = besideData(ctx);
      ctx.body = said(await registerRequest(seen, sight(seen), { ...askingOf(ctx), caller }));
      ctx.status = 201;
    }),
    route('GET', '/intake/:id/slip', async (ctx) => {
      const seen = await viewing(ctx);
      await seen.scope?.assert('ticket', String(ctx.params.id));
      const page = await printedSlip(seen, sight(seen), String(ctx.params.id));
      ctx.type = 'text/html';
      ctx.body = page;
    }),
  ];
}
