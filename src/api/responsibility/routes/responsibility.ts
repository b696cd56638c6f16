const get = (path: string, handler: string) => ({
  method: 'GET',
  path: `/responsibility/${path}`,
  handler: `responsibility.${handler}`,
  config: {},
});

export default {
  type: 'content-api',
  routes: [
    get('holdings', 'holdings'),
    get('offers', 'offers'),
    get('refusals', 'refusals'),
    get('awaiting-feedback', 'awaitingFeedback'),
    get('tickets/:id/route', 'route'),
  ],
};
