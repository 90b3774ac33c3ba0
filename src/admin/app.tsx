import englishWords from '../words/en.json';
import georgianWords from '../words/ka.json';
import { dismissAnnouncements } from './announcements';
import { formInCards } from './form-cards';
import { IntegerInput } from './integer-input';
import { datesInLists } from './list-columns';
import { filtersInWords } from './list-filters';
import { georgianPanel } from './panel-language';
import panelWords from './panel-words/ka.json';
import { registerParentLinks, type ContentManager } from './parent-links/register';
import { parentLinkWords } from './parent-links/words';
import { refusedSaves } from './refused-saves';
import { reportHeading } from './report-heading';
import { unspokenLanguage } from './unspoken-language/middleware';
import { localiseHints, translationsOf } from './words';

const en = englishWords['admin-views'];
const ka = georgianWords['admin-views'];

interface AdminApp {
  addFields(field: { type: string; Component: unknown }): void;
  addMiddlewares(middlewares: unknown[]): void;
  registerHook(name: string, hook: (payload: never) => unknown): void;
  getPlugin(id: string): { apis: ContentManager };
}

/** Strapi calls it status, as we call what has become of a commitment. */
const PUBLICATION = {
  'content-manager.containers.list.table-headers.status': 'Publication',
  'content-manager.containers.list.filters.status': 'Publication',
};

export default {
  config: {
    locales: ['ka'],
    // Strapi looks values of enumerations up by the code alone: the section `vocabularies` is read so.
    translations: {
      en: {
        ...PUBLICATION,
        ...parentLinkWords.en,
        ...englishWords.vocabularies,
        ...translationsOf(en),
      },
      ka: { ...panelWords, ...parentLinkWords.ka, ...georgianWords.vocabularies, ...translationsOf(ka) },
    },
    notifications: { releases: false },
    tutorials: false,
  },

  register(app: AdminApp) {
    app.addMiddlewares([georgianPanel, refusedSaves, unspokenLanguage]);
    app.addFields({ type: 'integer', Component: IntegerInput });
  },

  bootstrap(app: AdminApp) {
    app.registerHook('Admin/CM/pages/EditView/mutate-edit-view-layout', localiseHints({ en, ka }));
    app.registerHook('Admin/CM/pages/EditView/mutate-edit-view-layout', formInCards);
    app.registerHook('Admin/CM/pages/EditView/mutate-edit-view-layout', reportHeading);
    app.registerHook('Admin/CM/pages/ListView/inject-in-filters', filtersInWords);
    app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', datesInLists);
    registerParentLinks(app.getPlugin('content-manager').apis);
    void dismissAnnouncements();
  },
};
