import type { AdminApp } from '../workflow/register';
import { FollowersPanel } from './followers-panel';

/** The edit view's side panel with how many follow a document. */
export function bootstrapFollowersPanel(app: AdminApp): void {
  app.getPlugin('content-manager').apis.addEditViewSidePanel([FollowersPanel]);
}
