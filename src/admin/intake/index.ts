import type { StrapiApp } from '@strapi/strapi/admin';
import { Phone } from '@strapi/icons';
import { MAY_REGISTER } from './permissions';

/** Puts the front desk into the menu, for those whose role may register requests. */
export function addIntakePage(app: Pick<StrapiApp, 'addMenuLink'>): void {
  app.addMenuLink({
    to: 'intake',
    icon: Phone,
    intlLabel: { id: 'guanjia.intake.menu', defaultMessage: 'Front desk' },
    permissions: MAY_REGISTER,
    position: 1,
    Component: () => import('./IntakePage'),
  });
}
