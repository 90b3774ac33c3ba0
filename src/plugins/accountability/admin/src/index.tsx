import { addedWords } from './added-words';
import { DateInput } from './dates/date-input';
import { bootstrapFollowersPanel } from './follow/register';
import { registerModerationPage } from './moderation/register';
import { registerImportsPage } from './imports/register';
import { bootstrapOpenDataExport, registerOpenDataPage } from './open-data/register';
import { isolatedWords } from '../../shared/isolated-words';
import { PLUGIN_ID } from './plugin-id';
import { bootstrapWarningsPanel } from './warnings/register';
import { bootstrapWorkflowPanel, registerWorkflowWidgets, type AdminApp } from './workflow/register';

/** The panel's messages in a word file. */
type PanelWords = Readonly<Record<string, string>>;

/** The panel's messages in a language, loaded on demand; empty for a language without a word file. */
async function panelWords(locale: string): Promise<PanelWords> {
  try {
    const words = (await import(`../../words/${locale}.json`)) as { default: { panel?: PanelWords } };
    return words.default.panel ?? {};
  } catch {
    return {};
  }
}

// Exports for an application's own extensions of the panel.
export { addPanelWords } from './added-words';
export { DateFilterInput } from './dates/date-input';
export { fallbackChain, FALLBACK_LANGUAGE } from '../../shared/localized-text';
export { dateInWords, type PeriodWord } from '../../shared/date-in-words';
export { isolatedWord } from '../../shared/isolated-words';
export { useDirection } from './use-direction';
export { useSavedDocumentId } from './use-saved-document-id';

export default {
  register(app: AdminApp) {
    app.registerPlugin({ id: PLUGIN_ID, name: 'Accountability' });
    app.addFields({ type: 'date', Component: DateInput });
    registerWorkflowWidgets(app);
    registerOpenDataPage(app);
    registerImportsPage(app);
    registerModerationPage(app);
  },

  bootstrap(app: AdminApp) {
    bootstrapWorkflowPanel(app);
    bootstrapWarningsPanel(app);
    bootstrapFollowersPanel(app);
    bootstrapOpenDataExport(app);
  },

  /**
   * Messages of the plugin for each locale of the panel, keys prefixed with the plugin's name, and those added by
   * an application.
   */
  async registerTrads({ locales }: { locales: string[] }) {
    return Promise.all(
      locales.map(async (locale) => {
        const words = await panelWords(locale);
        const own = Object.fromEntries(
          Object.entries(words).map(([key, value]) => [`${PLUGIN_ID}.${key}`, value]),
        );
        return { data: isolatedWords({ ...own, ...(await addedWords(locale)) }, locale), locale };
      }),
    );
  },
};
