import type { StrapiApp } from '@strapi/strapi/admin';
import { Stack } from '@strapi/icons';
import { MAY_SET_UP } from './permissions';

/** Puts categories and people into the menu, for those who set them up. */
export function addSetupPage(app: Pick<StrapiApp, 'addMenuLink'>): void {
  app.addMenuLink({
    to: 'setup',
    icon: Stack,
    intlLabel: { id: 'guanjia.setup.menu', defaultMessage: 'Categories and people' },
    permissions: MAY_SET_UP,
    position: 4,
    Component: () => import('./SetupPage'),
  });
}
