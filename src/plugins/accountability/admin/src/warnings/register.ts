import type { AdminApp } from '../workflow/register';
import { WarningsPanel } from './warnings-panel';

/** The side panel of the edit view that shows what is worth a look. */
export function bootstrapWarningsPanel(app: AdminApp): void {
  app.getPlugin('content-manager').apis.addEditViewSidePanel([WarningsPanel]);
}
