import type { Core } from '@strapi/strapi';
import { searchConfig } from './config';

/** The route of the search, if there is one. */
export const searchRoutes = (strapi: Core.Strapi) =>
  searchConfig(strapi)
    ? [{ method: 'GET', path: '/search', handler: 'search.find', config: { auth: false } }]
    : [];
