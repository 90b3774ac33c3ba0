import { vocabularies } from '../accountability/datasets/vocabularies';
import en from '../admin-views/words/en.json';
import ka from '../admin-views/words/ka.json';
import { dismissAnnouncements } from './announcements';
import { filtersInWords } from './list-filters';
import { georgianPanel } from './panel-language';
import { localiseHints, translationsOf, valueLabels } from './words';

interface AdminApp {
  addMiddlewares(middlewares: (typeof georgianPanel)[]): void;
  registerHook(name: string, hook: (payload: never) => unknown): void;
}

export default {
  config: {
    locales: ['ka'],
    translations: {
      en: { ...valueLabels(vocabularies, 'en'), ...translationsOf(en) },
      ka: { ...valueLabels(vocabularies, 'ka'), ...translationsOf(ka) },
    },
    notifications: { releases: false },
    tutorials: false,
  },

  register(app: AdminApp) {
    app.addMiddlewares([georgianPanel]);
  },

  bootstrap(app: AdminApp) {
    app.registerHook('Admin/CM/pages/EditView/mutate-edit-view-layout', localiseHints({ en, ka }));
    app.registerHook('Admin/CM/pages/ListView/inject-in-filters', filtersInWords);
    void dismissAnnouncements();
  },
};
