import type { StrapiApp } from '@strapi/strapi/admin';

/**
 * What the home page does not show: counts over whole tables (they scan every type, and say nothing to
 * a clerk) and publishing, which the office does not do.
 */
const LEFT_OUT = new Set(['key-statistics', 'chart-entries', 'last-published-entries', 'deploy-now']);

/** Takes the widgets that an office has no use for off the home page. */
export function keepOfficeWidgets(app: StrapiApp): void {
  app.widgets.register((widgets) => widgets.filter((widget) => !LEFT_OUT.has(widget.id)));
}
