import { Database } from '@strapi/icons';
import { PLUGIN_ID } from '../plugin-id';
import type { AdminApp } from '../workflow/register';
import { ExportList } from './export-list';
import { ExportSelection } from './export-selection';
import { READ_PAGE } from './permissions';

/** The page of open data and its link in the menu. */
export function registerOpenDataPage(app: AdminApp): void {
  app.addMenuLink({
    to: `plugins/${PLUGIN_ID}/open-data`,
    icon: Database,
    intlLabel: { id: `${PLUGIN_ID}.open-data.title`, defaultMessage: 'Open data' },
    permissions: READ_PAGE,
    Component: () => import('./page'),
  });
}

/** Exports from lists: of the selection, and of the filtered list. */
export function bootstrapOpenDataExport(app: AdminApp): void {
  const contentManager = app.getPlugin('content-manager');
  contentManager.injectComponent('listView', 'actions', { name: 'export-list', Component: ExportList });
  contentManager.apis.addBulkAction([ExportSelection]);
}
