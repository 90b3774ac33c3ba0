import { DateInput } from './dates/date-input';
import { registerModerationPage } from './moderation/register';
import { bootstrapOpenDataExport, registerOpenDataPage } from './open-data/register';
import { PLUGIN_ID } from './plugin-id';
import { bootstrapWarningsPanel } from './warnings/register';
import { bootstrapWorkflowPanel, registerWorkflowWidgets, type AdminApp } from './workflow/register';

const loadTranslations = (locale: string): Promise<{ default: Record<string, string> }> =>
  locale === 'ka' ? import('./translations/ka.json') : import('./translations/en.json');

export default {
  register(app: AdminApp) {
    app.registerPlugin({ id: PLUGIN_ID, name: 'Accountability' });
    app.addFields({ type: 'date', Component: DateInput });
    registerWorkflowWidgets(app);
    registerOpenDataPage(app);
    registerModerationPage(app);
  },

  bootstrap(app: AdminApp) {
    bootstrapWorkflowPanel(app);
    bootstrapWarningsPanel(app);
    bootstrapOpenDataExport(app);
  },

  /** Words of the plugin for each locale the panel offers, keys prefixed with the plugin's name. */
  async registerTrads({ locales }: { locales: string[] }) {
    return Promise.all(
      locales
        .filter((locale) => locale === 'ka' || locale === 'en')
        .map(async (locale) => {
          const { default: words } = await loadTranslations(locale);
          const data = Object.fromEntries(
            Object.entries(words).map(([key, value]) => [`${PLUGIN_ID}.${key}`, value]),
          );
          return { data, locale };
        }),
    );
  },
};
