/** Open to whoever holds a link: its token is the right to these two requests, and to nothing else. */
export default {
  type: 'content-api',
  routes: [
    {
      method: 'GET',
      path: '/contractor-links/:token',
      handler: 'contractor-link.show',
      config: { auth: false },
    },
    {
      method: 'POST',
      path: '/contractor-links/:token',
      handler: 'contractor-link.answer',
      config: { auth: false },
    },
  ],
};
