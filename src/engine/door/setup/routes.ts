import type { DoorContext } from '../context';
import type { Viewing } from '../views';
import { categoryNodes } from './categories';
import { peopleOnDuty } from './people';

/** What the panel's door lends its rooms. */
interface Door<Route> {
  route(method: string, path: string, handle: (ctx: DoorContext) => Promise<void>): Route;
  /** Who asks, if his roles let him read these types. */
  reading(ctx: DoorContext, ...types: readonly string[]): Promise<Viewing>;
  mayRead(ctx: DoorContext, type: string, field?: string): boolean;
  maySave(ctx: DoorContext, type: string, isNew: boolean, field?: string): boolean;
  said(data: unknown): { data: unknown; meta: object };
}

/** The categories as a tree and the people with their trades and duty at a glance, under `/office/setup`. They are saved through Strapi's own forms. */
export function setupRoutes<Route>({ route, reading, mayRead, maySave, said }: Door<Route>): Route[] {
  return [
    route('GET', '/setup/categories', async (ctx) => {
      const seen = await reading(ctx, 'category');
      const may = { save: maySave(ctx, 'category', false), add: maySave(ctx, 'category', true) };
      ctx.body = said({ categories: await categoryNodes(seen), may });
    }),
    route('GET', '/setup/people', async (ctx) => {
      const seen = await reading(ctx, 'staff-member', 'category');
      const may = {
        duty: maySave(ctx, 'staff-member', false, 'duty'),
        trades: maySave(ctx, 'staff-member', false, 'trades'),
      };
      const people = await peopleOnDuty(seen, { withLoad: mayRead(ctx, 'dispatch-order') });
      ctx.body = said({ people, may });
    }),
  ];
}
