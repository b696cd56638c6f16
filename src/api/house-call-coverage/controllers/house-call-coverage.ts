import type { Core } from '@strapi/strapi';
import { viewingOf, type DoorContext } from '../../../engine/door/context';
import { showCoverage } from '../../../engine/door/coverage';

/** How far house calls have come, for outside systems that hold the right to it. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: DoorContext): Promise<void> {
    ctx.body = { data: await showCoverage(await viewingOf(strapi, ctx, 'api'), ctx.query), meta: {} };
  },
});
