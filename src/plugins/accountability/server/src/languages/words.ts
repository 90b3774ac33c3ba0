import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fallbackChain, FALLBACK_LANGUAGE, type LocalizedText } from './localized-text';
import { formatMessage, type MessageValues } from './message-format';

/** The messages of one language: a section per capability, in it messages by key. */
export type WordTree = Readonly<Record<string, unknown>>;

/** The messages of one capability in every language. */
export interface SectionWords<Key extends string> {
  /**
   * A message in a language, else a broader one, else English.
   * @throws Error for a key that exists in no language
   */
  say(language: string, key: Key, values?: MessageValues): string;
  /** The message in each of the languages. */
  inEach(languages: readonly string[], key: Key, values?: MessageValues): LocalizedText;
  /** The message in each language that has it; raw, with its placeholders, where no values are given. */
  texts(key: Key, values?: MessageValues): LocalizedText;
}

/** The keys of a section. */
export type KeyOf<Section> = Section extends SectionWords<infer Key> ? Key : never;

const isTree = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const merged = (under: WordTree, over: WordTree): WordTree => {
  const result: Record<string, unknown> = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const below = result[key];
    result[key] = isTree(value) && isTree(below) ? merged(below, value) : value;
  }
  return result;
};

/**
 * Messages by language, from files `<locale>.json`. Each file has an object per capability, whose messages are in
 * ICU MessageFormat. English is complete; other languages fall back to it. @typeParam Shape of the English file
 */
export class Words<Shape extends { readonly [Section in keyof Shape]: object }> {
  readonly #trees = new Map<string, WordTree>();

  /** Adds messages of a language; they override existing ones. */
  add(language: string, tree: WordTree): this {
    this.#trees.set(language, merged(this.#trees.get(language) ?? {}, tree));
    return this;
  }

  /** Languages with any messages, in alphabetical order. */
  languages(): string[] {
    return [...this.#trees]
      .filter(([, tree]) => Object.keys(tree).length > 0)
      .map(([language]) => language)
      .sort();
  }

  /** Whether the language, or a broader one, has messages. */
  hasLanguage(language: string): boolean {
    const known = this.languages();
    return fallbackChain(language).some(
      (candidate) =>
        known.includes(candidate) &&
        (candidate !== FALLBACK_LANGUAGE || language.startsWith(FALLBACK_LANGUAGE)),
    );
  }

  /** A language's messages, empty for one without. */
  tree(language: string): WordTree {
    return this.#trees.get(language) ?? {};
  }

  /** The messages of one capability. */
  section<Name extends keyof Shape & string>(name: Name): SectionWords<keyof Shape[Name] & string> {
    type Key = keyof Shape[Name] & string;
    const messageIn = (language: string, key: string): string | undefined => {
      const section = this.#trees.get(language)?.[name];
      const message = isTree(section) && Object.hasOwn(section, key) ? section[key] : undefined;
      return typeof message === 'string' && message !== '' ? message : undefined;
    };
    const say = (language: string, key: Key, values?: MessageValues): string => {
      for (const candidate of fallbackChain(language)) {
        const message = messageIn(candidate, key);
        if (message !== undefined) return formatMessage(candidate, message, values);
      }
      throw new Error(`No words for "${key}" in the section "${name}"`);
    };
    return {
      say,
      inEach: (languages, key, values) =>
        Object.fromEntries(languages.map((language) => [language, say(language, key, values)])),
      texts: (key, values) =>
        Object.fromEntries(
          [...this.#trees.keys()].flatMap((language) => {
            const message = messageIn(language, key);
            if (message === undefined) return [];
            return [[language, values ? formatMessage(language, message, values) : message]];
          }),
        ),
    };
  }
}

/**
 * Reads the word files of a folder: every file `<locale>.json` in it.
 * @throws Error that names an invalid file
 */
export function readWords<Shape extends { readonly [Section in keyof Shape]: object }>(
  folder: string,
): Words<Shape> {
  const words = new Words<Shape>();
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()) {
    const place = path.join(folder, file);
    let tree: unknown;
    try {
      tree = JSON.parse(readFileSync(place, 'utf8'));
    } catch (error) {
      throw new Error(`The word file ${place} is no JSON: ${(error as Error).message}`);
    }
    if (!isTree(tree) || Array.isArray(tree))
      throw new Error(`The word file ${place} must hold a JSON object`);
    words.add(path.basename(file, '.json'), tree);
  }
  return words;
}
