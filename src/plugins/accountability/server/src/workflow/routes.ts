import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';

const open = { auth: false } as const;
const admin = { policies: ['admin::isAuthenticatedAdmin'] };

/** Routes below the content API's prefix. */
export const workflowRoutes = (strapi: Core.Strapi) => [
  { method: 'GET', path: '/accountability/workflows', handler: 'workflow.workflows', config: open },
  {
    method: 'GET',
    path: '/:collection/:documentId/status-history',
    handler: 'workflow.history',
    config: open,
  },
  {
    method: 'POST',
    path: '/accountability/transitions',
    // A function, because Strapi adds a permission of its own to a named handler: the move checks its own.
    handler: (ctx: Context, next: Next): unknown =>
      strapi.plugin('accountability').controller('workflow').transition?.(ctx, next),
    config: { auth: { scope: [] as string[] } },
  },
];

/** Routes of the panel, below `/accountability`. */
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
