import { MAKE_RELEASES, READ_RELEASES } from './permissions';

const open = { auth: false } as const;
const withPermission = (action: string) => ({
  policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions: [action] } }],
});

/**
 * Public routes, below the content API's prefix; they must precede that of files, whose pattern matches any name.
 */
export const releaseRoutes = [
  { method: 'GET', path: '/open-data/all.zip', handler: 'open-data-releases.archive', config: open },
  { method: 'GET', path: '/open-data/releases.json', handler: 'open-data-releases.list', config: open },
  { method: 'GET', path: '/open-data/releases/:file', handler: 'open-data-releases.release', config: open },
] as const;

/** Routes of the panel, below `/accountability`. */
export const releaseAdminRoutes = [
  {
    method: 'GET',
    path: '/open-data/releases',
    handler: 'open-data-releases-panel.list',
    config: withPermission(READ_RELEASES),
  },
  {
    method: 'POST',
    path: '/open-data/releases',
    handler: 'open-data-releases-panel.make',
    config: withPermission(MAKE_RELEASES),
  },
];
