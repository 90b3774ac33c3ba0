import type { Core } from '@strapi/strapi';
import { parentLinksController } from './controller';

/** Adds the routes of moves: for the panel, and in the content API for API tokens. */
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
        // The action checks the permission itself: it depends on the content type in the body.
        config: { auth: { scope: [] } },
        info: {},
      },
    ],
  } as never);
}
