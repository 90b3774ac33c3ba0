const open = { auth: false } as const;
/** Any token gets through; the move itself asks for the permission of its transition. */
const token = { auth: { scope: [] as string[] } };
const admin = { policies: ['admin::isAuthenticatedAdmin'] };

/** Addresses below the content API's prefix. */
export const workflowRoutes = [
  { method: 'GET', path: '/accountability/workflows', handler: 'workflow.workflows', config: open },
  {
    method: 'GET',
    path: '/:collection/:documentId/status-history',
    handler: 'workflow.history',
    config: open,
  },
  { method: 'POST', path: '/accountability/transitions', handler: 'workflow.transition', config: token },
];

/** Addresses of the panel, below `/accountability`. */
export const workflowAdminRoutes = [
  { method: 'GET', path: '/workflows', handler: 'workflow.panelWorkflows', config: admin },
  { method: 'GET', path: '/workflow-overview', handler: 'workflow.overview', config: admin },
  {
    method: 'GET',
    path: '/documents/:contentType/:documentId/workflows',
    handler: 'workflow.panelDocument',
    config: admin,
  },
  { method: 'POST', path: '/transitions', handler: 'workflow.panelTransition', config: admin },
];
