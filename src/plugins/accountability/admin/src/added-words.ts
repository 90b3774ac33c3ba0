/** Words under the keys the panel looks them up by. */
type PanelWords = Readonly<Record<string, string>>;
type Load = (locale: string) => Promise<PanelWords>;

const added: Load[] = [];

/**
 * Lets an application add words to the panel. Unlike `config.translations`, a language is loaded only where the panel
 * offers it. Called in the application's `register`.
 * @param load the words of a language, none where there are none
 */
export function addPanelWords(load: Load): void {
  added.push(load);
}

/** What applications have added, in a language. */
export const addedWords = async (locale: string): Promise<PanelWords> =>
  Object.assign({}, ...(await Promise.all(added.map((load) => load(locale))))) as PanelWords;
