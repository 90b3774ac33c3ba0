/** Routes of the panel, below `/accountability`. */
export const followAdminRoutes = [
  {
    method: 'GET',
    path: '/documents/:contentType/:documentId/followers',
    handler: 'follow.panelDocument',
    config: { policies: ['admin::isAuthenticatedAdmin'] },
  },
];
