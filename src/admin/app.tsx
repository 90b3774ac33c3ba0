import { addPanelWords, isolatedWord } from 'strapi-plugin-accountability/strapi-admin';
import { dismissAnnouncements } from './announcements';
import { formInCards } from './form-cards';
import { IntegerInput } from './integer-input';
import { datesInLists } from './list-columns';
import { filtersInWords } from './list-filters';
import { chosenLanguage, unknownLanguages } from './panel-languages';
import names from './language-names.json';
import { panelWords } from './panel-translations';
import { registerParentLinks, type ContentManager } from './parent-links/register';
import { refusedSaves } from './refused-saves';
import { reportHeading } from './report-heading';
import { undeclaredLanguage } from './undeclared-language/middleware';
import { sectionsWithLanguage, WORD_LOCALES } from './word-files';
import { localiseHints } from './words';

interface AdminApp {
  addFields(field: { type: string; Component: unknown }): void;
  addMiddlewares(middlewares: unknown[]): void;
  registerHook(name: string, hook: (payload: never) => unknown): void;
  getPlugin(id: string): { apis: ContentManager };
}

export default {
  config: {
    locales: WORD_LOCALES,
    notifications: { releases: false },
    tutorials: false,
  },

  register(app: AdminApp) {
    addPanelWords(panelWords);
    app.addMiddlewares([unknownLanguages(names), refusedSaves, undeclaredLanguage]);
    app.addFields({ type: 'integer', Component: IntegerInput });
  },

  bootstrap(app: AdminApp) {
    app.registerHook(
      'Admin/CM/pages/EditView/mutate-edit-view-layout',
      localiseHints(() => sectionsWithLanguage('admin-views', chosenLanguage()), isolatedWord),
    );
    app.registerHook('Admin/CM/pages/EditView/mutate-edit-view-layout', formInCards);
    app.registerHook('Admin/CM/pages/EditView/mutate-edit-view-layout', reportHeading);
    app.registerHook('Admin/CM/pages/ListView/inject-in-filters', filtersInWords);
    app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', datesInLists);
    registerParentLinks(app.getPlugin('content-manager').apis);
    void dismissAnnouncements();
  },
};
