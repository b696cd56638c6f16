import type { Core } from '@strapi/strapi';
import { viewingOf, type DoorContext } from '../../../engine/door/context';
import { showFigureRecords, showFigures } from '../../../engine/door/figures';

/** The office's figures, for outside systems that hold the right to them. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: DoorContext): Promise<void> {
    ctx.body = { data: await showFigures(await viewingOf(strapi, ctx, 'api'), ctx.query), meta: {} };
  },
  async records(ctx: DoorContext): Promise<void> {
    const figure = String(ctx.params.figure);
    const { records, ...meta } = await showFigureRecords(
      await viewingOf(strapi, ctx, 'api'),
      figure,
      ctx.query,
    );
    ctx.body = { data: records, meta };
  },
});
