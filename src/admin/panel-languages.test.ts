import { configureStore } from '@reduxjs/toolkit';
import { unknownLanguages } from './panel-languages';
import names from './language-names.json';

interface State {
  readonly language: { readonly locale: string; readonly localeNames: Readonly<Record<string, string>> };
}

/** A store as the panel makes it: a preloaded state, with the development checks. */
function panelStore(chosen: string | null) {
  Object.assign(globalThis, { window: { localStorage: { getItem: () => chosen } } });
  const state: State = { language: { locale: 'en', localeNames: { en: 'English' } } };
  const reducer = (before: State = state, action: { type: string; payload?: string }): State =>
    action.type === 'setLocale'
      ? { ...before, language: { ...before.language, locale: action.payload ?? 'en' } }
      : before;
  return configureStore({
    reducer: { admin_app: reducer },
    preloadedState: { admin_app: state },
    middleware: (defaults) => [...defaults(), unknownLanguages(names)() as never],
  });
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'window');
});

describe('unknownLanguages', () => {
  it.each([
    ['ka', 'ka'],
    [null, 'en'],
  ])('offers Georgian, and starts in the language chosen before (%s)', (chosen, expected) => {
    const { language } = panelStore(chosen).getState().admin_app;
    expect(language.localeNames).toEqual({ en: 'English', ka: 'ქართული' });
    expect(language.locale).toBe(expected);
  });

  it('is no change behind the back of a store that looks for such changes', () => {
    const store = panelStore('ka');
    const setLocale = (payload: string) => ({ type: 'setLocale', payload });
    store.dispatch(setLocale('en'));
    expect(store.getState().admin_app.language.locale).toBe('en');
    store.dispatch(setLocale('ka'));
    expect(store.getState().admin_app.language.localeNames.ka).toBe('ქართული');
  });
});
