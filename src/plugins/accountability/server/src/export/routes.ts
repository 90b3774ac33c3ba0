import { catalogueRoutes } from '../catalogue/routes';

const open = { auth: false } as const;

/** Routes of open data, below the content API's prefix. */
export const openDataRoutes = [
  { method: 'GET', path: '/open-data', handler: 'open-data.index', config: open },
  ...catalogueRoutes,
  { method: 'GET', path: '/open-data/:file', handler: 'open-data.file', config: open },
] as const;
