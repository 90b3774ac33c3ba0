interface PanelState {
  admin_app: { language: { locale: string; localeNames: Record<string, string> } };
}
interface Store {
  getState(): PanelState;
}
type Next = (action: unknown) => unknown;

/** Where the panel keeps the chosen language: the bare code. */
const STORED = 'strapi-admin-language';
/** The language Strapi's panel is in until somebody chooses another. */
const FIRST = 'en';

/** The language of the panel as this browser remembers it. */
export const chosenLanguage = (): string => window.localStorage.getItem(STORED) ?? FIRST;

/**
 * Makes languages Strapi does not know languages of the panel. `config.locales` is not enough: Strapi offers and keeps
 * only languages on a list of its own, which lacks Georgian, and falls back to English without a word.
 *
 * A store middleware is the one place an application can reach that list: it is made together with the
 * store, before the first page is drawn. It changes nothing afterwards, and freezes what it changed: in
 * development the store looks for state that changes by itself, and passes over what is frozen.
 * @param names what the languages call themselves, by code
 */
export const unknownLanguages =
  (names: Readonly<Record<string, string>>) =>
  () =>
  ({ getState }: Store) => {
    const { language } = getState().admin_app;
    Object.assign(language.localeNames, names);
    if (Object.hasOwn(names, chosenLanguage())) language.locale = chosenLanguage();
    Object.freeze(language.localeNames);
    Object.freeze(language);
    return (next: Next) => next;
  };
