import type { Core } from '@strapi/strapi';
import { parentLinksController } from './controller';

/** Adds the addresses of moves: to the panel's, and to the content API for API tokens. */
export function addParentLinkRoutes(strapi: Core.Strapi): void {
  const { parents, panelMove, tokenMove } = parentLinksController(strapi);
  const admin = { policies: ['admin::isAuthenticatedAdmin'] };
  strapi.server.routes({
    type: 'admin',
    prefix: '/parent-links',
    routes: [
      {
        method: 'GET',
        path: '/:contentType/:documentId',
        handler: parents,
        config: admin,
        info: {},
      },
      { method: 'POST', path: '/moves', handler: panelMove, config: admin, info: {} },
    ],
  } as never);
  strapi.server.routes({
    type: 'content-api',
    routes: [
      {
        method: 'POST',
        path: '/parent-links/moves',
        handler: tokenMove,
        // The move asks for the permission itself: which one depends on the content type in the body.
        config: { auth: { scope: [] } },
        info: {},
      },
    ],
  } as never);
}
