import { Upload } from '@strapi/icons';
import { PLUGIN_ID } from '../plugin-id';
import type { AdminApp } from '../workflow/register';
import { READ_IMPORTS } from './permissions';

/** The page of imports and its link in the menu. */
export function registerImportsPage(app: AdminApp): void {
  app.addMenuLink({
    to: `plugins/${PLUGIN_ID}/imports`,
    icon: Upload,
    intlLabel: { id: `${PLUGIN_ID}.imports.title`, defaultMessage: 'Import' },
    permissions: READ_IMPORTS,
    Component: () => import('./page'),
  });
}
