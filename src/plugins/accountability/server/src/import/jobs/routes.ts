import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { READ_IMPORTS, RUN_IMPORTS, UNDO_IMPORTS } from '../permissions';

/** A route for those who are logged in to the panel and have a permission. */
export const withPermission = (action: string) => ({
  policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions: [action] } }],
});

/** Addresses that take forms with files, of the panel and of the content API. @param prefix of the content API */
export const importFormPaths = (prefix: string): string[] => [
  '/accountability/import-files',
  `${prefix}/accountability/imports`,
];

/** Routes of the panel, below `/accountability`. */
export const importAdminRoutes = [
  {
    method: 'GET',
    path: '/import-mappings',
    handler: 'imports.mappings',
    config: withPermission(RUN_IMPORTS),
  },
  { method: 'POST', path: '/import-files', handler: 'imports.upload', config: withPermission(RUN_IMPORTS) },
  {
    method: 'GET',
    path: '/import-files/:id',
    handler: 'imports.readUpload',
    config: withPermission(RUN_IMPORTS),
  },
  { method: 'GET', path: '/imports', handler: 'imports.list', config: withPermission(READ_IMPORTS) },
  { method: 'POST', path: '/imports', handler: 'imports.panelStart', config: withPermission(RUN_IMPORTS) },
  { method: 'GET', path: '/imports/:id', handler: 'imports.panelFind', config: withPermission(READ_IMPORTS) },
  {
    method: 'GET',
    path: '/imports/:id/report',
    handler: 'imports.report',
    config: withPermission(READ_IMPORTS),
  },
  {
    method: 'POST',
    path: '/imports/:id/undo',
    handler: 'imports.undo',
    config: withPermission(UNDO_IMPORTS),
  },
];

/** Routes for API tokens, below the content API's prefix. */
export const importRoutes = (strapi: Core.Strapi) => [
  {
    method: 'POST',
    path: '/accountability/imports',
    // A function, because Strapi adds a permission of its own to a named handler: the import checks its own.
    handler: (ctx: Context, next: Next): unknown =>
      strapi.plugin('accountability').controller('imports').apiStart?.(ctx, next),
    config: { auth: { scope: [] as string[] } },
  },
  {
    method: 'GET',
    path: '/accountability/imports/:id',
    handler: (ctx: Context, next: Next): unknown =>
      strapi.plugin('accountability').controller('imports').apiFind?.(ctx, next),
    config: { auth: { scope: [] as string[] } },
  },
];
