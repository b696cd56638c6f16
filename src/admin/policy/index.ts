import type { StrapiApp } from '@strapi/strapi/admin';
import { type ContentManagerPlugin, type PanelComponent } from '@strapi/content-manager/strapi-admin';
import { YearPanel } from './calendar/YearPanel';
import { CheckPanel } from './check/CheckPanel';

/** Puts what managers need beside the forms of what they configure, under Strapi's own save button. */
export function registerPolicyPanels(app: Pick<StrapiApp, 'getPlugin'>): void {
  // Strapi types the interface of a plugin as unknown.
  const apis = app.getPlugin('content-manager').apis as ContentManagerPlugin['config']['apis'];
  apis.addEditViewSidePanel((panels: PanelComponent[]) => [...panels, YearPanel, CheckPanel]);
}
