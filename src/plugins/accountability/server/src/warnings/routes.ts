/** Routes of the panel, below `/accountability`. */
export const warningAdminRoutes = [
  {
    method: 'GET',
    path: '/documents/:contentType/:documentId/warnings',
    handler: 'warnings.panelDocument',
    config: { policies: ['admin::isAuthenticatedAdmin'] },
  },
];
