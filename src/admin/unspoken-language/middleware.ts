import { showUnspokenLanguage } from './notice';

interface Action {
  readonly type?: unknown;
  readonly meta?: { readonly arg?: { readonly endpointName?: string } };
  readonly payload?: { readonly code?: string };
}
interface Store {
  getState(): { admin_app?: { language?: { locale?: string } } };
}
type Next = (action: unknown) => unknown;

const ADDED = 'adminApi/executeMutation/fulfilled';

/** Tells an administrator who adds a language the site does not speak, once Strapi has added it. */
export const unspokenLanguage = () => (store: Store) => (next: Next) => (action: unknown) => {
  const { type, meta, payload } = action as Action;
  const known: string[] = ['ka', 'en'];
  const isAdded = type === ADDED && meta?.arg?.endpointName === 'createLocale';
  if (isAdded && payload?.code && !known.includes(payload.code)) {
    showUnspokenLanguage(payload.code, known, store.getState().admin_app?.language?.locale ?? 'en');
  }
  return next(action);
};
