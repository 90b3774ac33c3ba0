/** The words of a header, without letter case, accents and signs: "№ / Échéance" is `no`, `echeance`. */
export function headerWords(header: string): readonly string[] {
  return (
    header
      .replace(/[#№]|\bn[°º]/giu, ' no ')
      .normalize('NFKC')
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** A header as it is compared: `expectedResult`, `expected_result` and "Expected result" are the same. */
export const headerKey = (header: string): string => headerWords(header).join('');

export interface HeaderLanguage {
  /** The header without what names its language. */
  readonly words: readonly string[];
  readonly language: string;
}

/** Shortest name of a language that is looked for within a word, such as "ქართულად" or "بالإنجليزية". */
const MIN_NAME = 5;

/**
 * What a header says of the language of its column: `title_ka`, "Title (English)", "სათაური – ქართულად", "Título en
 * inglés". Null where it says nothing.
 */
export function headerLanguage(header: string, languages: readonly string[]): HeaderLanguage | null {
  const words = headerWords(header.replace(/([\p{Ll}])([\p{Lu}])/gu, '$1 $2'));
  if (words.length < 2) return null;
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const code = languages.find((language) => headerKey(language) === last);
  if (code) return { words: words.slice(0, -1), language: code };
  const atEnd = named(last, languages);
  if (atEnd) {
    const rest = words.slice(0, -1);
    // "in English", "en español"
    const isJoined = rest.length > 1 && (rest.at(-1) as string).length <= 2;
    return { words: isJoined ? rest.slice(0, -1) : rest, language: atEnd };
  }
  const atStart = named(first, languages);
  return atStart ? { words: words.slice(1), language: atStart } : null;
}

function named(word: string, languages: readonly string[]): string | undefined {
  return languages.find((language) => namesOf(language, languages).some((name) => isForm(word, name)));
}

/** Whether a word is a name, or a form of it: "ქართული" and "ქართულად" differ in their ending only. */
function isForm(word: string, name: string): boolean {
  if (word === name) return true;
  if (name.length < MIN_NAME) return false;
  return word.length <= name.length + 2 && (word.includes(name) || word.startsWith(name.slice(0, -1)));
}

const names = new Map<string, readonly string[]>();

/** A language's name in each language, as a word. */
function namesOf(language: string, languages: readonly string[]): readonly string[] {
  const key = `${language} ${languages.join(' ')}`;
  let found = names.get(key);
  if (!found) {
    found = [language, ...languages].map((shownIn) =>
      headerKey(new Intl.DisplayNames([shownIn], { type: 'language' }).of(language) ?? language),
    );
    names.set(key, found);
  }
  return found;
}
