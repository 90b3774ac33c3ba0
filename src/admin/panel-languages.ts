interface PanelState {
  admin_app: { language: { locale: string; localeNames: Record<string, string> } };
}
interface Store {
  getState(): PanelState;
}
type Next = (action: unknown) => unknown;

/** Key under which the panel stores the chosen language: the bare code. */
const STORED = 'strapi-admin-language';
/** The panel's language until the user chooses another. */
const FIRST = 'en';

/** The panel's language stored in this browser. */
export const chosenLanguage = (): string => window.localStorage.getItem(STORED) ?? FIRST;

/**
 * Adds languages to the panel that Strapi lacks. `config.locales` is not enough: Strapi offers and keeps only
 * languages from a list of its own, which lacks Georgian, and silently falls back to English.
 *
 * A store middleware is the only access of an application to that list: it is created with the store, before the
 * first render. It changes nothing afterwards, and freezes what it changed: in development the store checks for
 * mutations, and skips frozen objects.
 * @param names the languages' own names, by code
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
