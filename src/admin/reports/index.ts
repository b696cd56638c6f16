import type { StrapiApp } from '@strapi/strapi/admin';
import { ChartPie } from '@strapi/icons';
import { REPORTS_PERMISSIONS } from './permissions';

/** Puts the reports into the menu; their page is fetched when it is first opened. */
export function registerReports(app: Pick<StrapiApp, 'addMenuLink'>): void {
  app.addMenuLink({
    to: 'reports',
    icon: ChartPie,
    intlLabel: { id: 'guanjia.reports.title', defaultMessage: 'Reports' },
    permissions: REPORTS_PERMISSIONS,
    position: 3,
    Component: () => import('./ReportsPage'),
  });
}
