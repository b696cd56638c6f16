export default {
  type: 'content-api',
  routes: [
    { method: 'GET', path: '/figures', handler: 'figure.find', config: {} },
    { method: 'GET', path: '/figures/:figure/records', handler: 'figure.records', config: {} },
  ],
};
