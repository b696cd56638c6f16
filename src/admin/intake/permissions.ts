/** The right to register requests, as Strapi's roles know it. The office itself looks again at every call. */
export const MAY_REGISTER = [
  {
    id: '',
    action: 'plugin::content-manager.explorer.create',
    subject: 'api::ticket.ticket',
    actionParameters: {},
    properties: {},
    conditions: [],
  },
];
