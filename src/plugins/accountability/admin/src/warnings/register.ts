import type { AdminApp } from '../workflow/register';
import { WarningsPanel } from './warnings-panel';

/** The edit view's side panel with warnings. */
export function bootstrapWarningsPanel(app: AdminApp): void {
  app.getPlugin('content-manager').apis.addEditViewSidePanel([WarningsPanel]);
}
