import { READ_OPEN_DATA_PAGE } from './permissions';

const forThePage = {
  policies: [
    'admin::isAuthenticatedAdmin',
    { name: 'admin::hasPermissions', config: { actions: [READ_OPEN_DATA_PAGE] } },
  ],
};

/** Routes of the panel, below `/accountability`. */
export const openDataPanelRoutes = [
  { method: 'GET', path: '/open-data/datasets', handler: 'open-data-panel.datasets', config: forThePage },
  { method: 'GET', path: '/open-data/findings', handler: 'open-data-panel.findings', config: forThePage },
  {
    method: 'GET',
    path: '/open-data/selections',
    handler: 'open-data-panel.selections',
    // Which lists can be exported is public; the lists themselves have their own permissions.
    config: { policies: ['admin::isAuthenticatedAdmin'] },
  },
];
