import type { StrapiApp } from '@strapi/strapi/admin';
import { GridFour } from '@strapi/icons';
import { BOARD_PERMISSIONS } from './permissions';

/** Puts the dispatch board into the menu; its page is fetched when it is first opened. */
export function registerBoard(app: Pick<StrapiApp, 'addMenuLink'>): void {
  app.addMenuLink({
    to: 'board',
    icon: GridFour,
    intlLabel: { id: 'guanjia.board.title', defaultMessage: 'Dispatch board' },
    permissions: BOARD_PERMISSIONS,
    position: 2,
    Component: () => import('./BoardPage'),
  });
}
