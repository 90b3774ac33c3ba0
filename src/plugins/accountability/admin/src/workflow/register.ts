import { ArrowClockwise, Clock, WarningCircle } from '@strapi/icons';
import { PLUGIN_ID } from '../plugin-id';
import { BulkMove } from './bulk-move';
import { badgesInList } from './list-column';
import { OverdueFilter } from './overdue-filter';
import { StatusPanel } from './status-panel';

interface ContentManagerApis {
  addEditViewSidePanel(panels: unknown[]): void;
  addBulkAction(actions: unknown[]): void;
}

interface MenuLink {
  readonly to: string;
  readonly icon: unknown;
  readonly intlLabel: { readonly id: string; readonly defaultMessage: string };
  readonly permissions: readonly { readonly action: string; readonly subject: null }[];
  readonly Component: () => Promise<{ default: unknown }>;
}

export interface AdminApp {
  addFields(field: { type: string; Component: unknown }): void;
  addMenuLink(link: MenuLink): void;
  registerPlugin(plugin: { id: string; name: string }): void;
  registerHook(name: string, hook: (payload: never) => unknown): void;
  getPlugin(id: string): {
    apis: ContentManagerApis;
    injectComponent(view: string, zone: string, component: { name: string; Component: unknown }): void;
  };
  widgets: { register(arrange: (others: readonly unknown[]) => unknown[]): void };
}

const words = (key: string) => ({ id: `${PLUGIN_ID}.workflow.${key}`, defaultMessage: key });

/** Widgets of the home page, before Strapi's own. */
export function registerWorkflowWidgets(app: AdminApp): void {
  const widget = (id: 'overdue' | 'awaiting' | 'latest', icon: unknown, component: string) => ({
    id: `workflow-${id}`,
    pluginId: PLUGIN_ID,
    icon,
    title: words(`widget.${id}.title`),
    component: async () => {
      const widgets: Record<string, unknown> = await import('./overview-widget');
      return widgets[component];
    },
  });
  app.widgets.register((others) => [
    widget('overdue', WarningCircle, 'OverdueWidget'),
    widget('awaiting', Clock, 'AwaitingWidget'),
    widget('latest', ArrowClockwise, 'LatestWidget'),
    ...others,
  ]);
}

/** The side panel of the edit view, the bulk action and the badges of the list view. */
export function bootstrapWorkflowPanel(app: AdminApp): void {
  const contentManager = app.getPlugin('content-manager');
  const { apis } = contentManager;
  contentManager.injectComponent('listView', 'actions', { name: 'overdue-filter', Component: OverdueFilter });
  apis.addEditViewSidePanel([StatusPanel]);
  apis.addBulkAction([BulkMove]);
  app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', badgesInList);
}
