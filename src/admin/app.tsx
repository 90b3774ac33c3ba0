import en from '../admin-views/words/en.json';
import ka from '../admin-views/words/ka.json';
import { dismissAnnouncements } from './announcements';
import { localiseHints, translationsOf } from './words';

interface AdminApp {
  registerHook(name: string, hook: (payload: never) => unknown): void;
}

export default {
  config: {
    locales: ['ka'],
    translations: { en: translationsOf(en), ka: translationsOf(ka) },
    notifications: { releases: false },
    tutorials: false,
  },

  bootstrap(app: AdminApp) {
    app.registerHook('Admin/CM/pages/EditView/mutate-edit-view-layout', localiseHints({ en, ka }));
    void dismissAnnouncements();
  },
};
