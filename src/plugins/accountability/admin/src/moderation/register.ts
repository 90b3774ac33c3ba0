import { PLUGIN_ID } from '../plugin-id';
import type { AdminApp } from '../workflow/register';
import { MenuIcon } from './menu-icon';
import { READ_QUEUE } from './permissions';

/** The moderators' queue and its link in the menu. */
export function registerModerationPage(app: AdminApp): void {
  app.addMenuLink({
    to: `plugins/${PLUGIN_ID}/moderation`,
    icon: MenuIcon,
    intlLabel: { id: `${PLUGIN_ID}.moderation.title`, defaultMessage: 'Comments' },
    permissions: READ_QUEUE,
    Component: () => import('./page'),
  });
}
