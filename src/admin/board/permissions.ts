/** Who finds the board in the menu: whoever may write dispatch orders. The office itself asks for the post. */
export const BOARD_PERMISSIONS = [
  { action: 'plugin::content-manager.explorer.create', subject: 'api::dispatch-order.dispatch-order' },
];
