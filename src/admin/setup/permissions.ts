/** Those who set people's trades and duty; what each may save the office looks at again. */
export const MAY_SET_UP = [
  {
    id: '',
    action: 'plugin::content-manager.explorer.update',
    subject: 'api::staff-member.staff-member',
    actionParameters: {},
    properties: {},
    conditions: [],
  },
];
