import { Page } from '@strapi/strapi/admin';
import { Board } from './Board';
import { BOARD_PERMISSIONS } from './permissions';

/** `/admin/board`: an address opens for anybody who types it, so it is guarded here as well as in the menu. */
export default function BoardPage() {
  return (
    <Page.Protect permissions={BOARD_PERMISSIONS}>
      <Board />
    </Page.Protect>
  );
}
