export default {
  type: 'content-api',
  routes: [{ method: 'GET', path: '/house-call-coverage', handler: 'house-call-coverage.find', config: {} }],
};
