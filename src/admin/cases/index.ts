import type { StrapiApp } from '@strapi/strapi/admin';
import {
  type BulkActionComponent,
  type ContentManagerPlugin,
  type PanelComponent,
} from '@strapi/content-manager/strapi-admin';
import { fetchEarly } from './http/fetchEarly';
import { ActionsPanel } from './panels/ActionsPanel';
import { ClocksPanel } from './panels/ClocksPanel';
import { PhoneActions } from './phone/PhoneActions';
import { RelatedPanel } from './panels/RelatedPanel';
import { TimelinePanel } from './panels/TimelinePanel';
import { exceptOnCases } from './print/exceptOnCases';
import { FindInList } from './print/FindBySlip';
import { PrintSelected } from './print/PrintSelected';
import { ReportPanel } from '../reports/panel/ReportPanel';

/** What must be there before the panel's store is made. */
export function registerCases(app: Pick<StrapiApp, 'addMiddlewares'>): void {
  app.addMiddlewares([fetchEarly as never]);
}

/**
 * Puts the panels of a case beside the generated form: where it stands and what can be done above
 * Strapi's own save button, what belongs to it and what has happened below; and printing above the lists. Of Strapi's panels the one
 * with that button stays; the others (a preview on a website) have nothing to say to an office. On a telephone one button opens them.
 */
export function registerCasePanels(app: Pick<StrapiApp, 'getPlugin'>): void {
  // Strapi types the interface of a plugin as unknown.
  const manager = app.getPlugin('content-manager');
  const apis = manager.apis as ContentManagerPlugin['config']['apis'];
  apis.addEditViewSidePanel((panels: PanelComponent[]) => [
    ActionsPanel,
    ReportPanel,
    ClocksPanel,
    ...panels.filter(({ type }) => type === 'actions'),
    RelatedPanel,
    TimelinePanel,
  ]);
  apis.addBulkAction((actions: BulkActionComponent[]) => [PrintSelected, ...actions.map(exceptOnCases)]);
  manager.injectComponent('editView', 'right-links', {
    name: 'guanjia-phone-actions',
    Component: PhoneActions,
  });
  manager.injectComponent('listView', 'actions', { name: 'guanjia-find-by-slip', Component: FindInList });
}
