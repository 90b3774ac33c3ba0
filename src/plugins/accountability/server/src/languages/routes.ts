/** Addresses of the panel, below `/accountability`. */
export const languageAdminRoutes = [
  {
    method: 'GET',
    path: '/languages',
    handler: 'languages.list',
    config: { policies: ['admin::isAuthenticatedAdmin'] },
  },
];
