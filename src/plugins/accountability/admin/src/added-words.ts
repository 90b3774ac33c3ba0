/** Messages under the panel's translation keys. */
type PanelWords = Readonly<Record<string, string>>;
type Load = (locale: string) => Promise<PanelWords>;

const added: Load[] = [];

/**
 * Adds an application's messages to the panel. Unlike `config.translations`, a language is loaded only where the
 * panel offers it. Called in the application's `register`.
 * @param load the messages of a language, empty without any
 */
export function addPanelWords(load: Load): void {
  added.push(load);
}

/** Messages added by applications, in a language. */
export const addedWords = async (locale: string): Promise<PanelWords> =>
  Object.assign({}, ...(await Promise.all(added.map((load) => load(locale))))) as PanelWords;
