import { createHash } from 'node:crypto';
import type { SearchLanguage } from '../declaration';
import { isCode, wordsOf, type TextWord } from './words';

/** A higher version rebuilds every index. */
const ANALYSIS = 1;
/** Words whose tokens are cached; texts repeat them. */
const MAX_ENTRIES = 50_000;

interface KnownLanguage extends SearchLanguage {
  readonly code: string;
  isOwn(word: string): boolean;
}

/** A word of a text, and what it is in the index. */
export interface TextToken extends TextWord {
  readonly token: string;
}

/**
 * Makes tokens of words, for texts and for queries: what two inflected forms of a word have in common is one token.
 * A word belongs to the language of its text if that is written in its script, else to the first language that is.
 */
export class Analyser {
  /** Another one means: an index of another analyser does not fit. */
  readonly version: string;
  private readonly languages: readonly KnownLanguage[];
  private readonly stopWords: ReadonlySet<string>;
  private readonly known = new Map<string, string>();

  constructor(languages: ReadonlyMap<string, SearchLanguage>) {
    this.languages = [...languages].map(([code, language]) => {
      return {
        code,
        script: language.script,
        version: language.version,
        normalise: language.normalise?.bind(language),
        stem: language.stem.bind(language),
        respell: language.respell?.bind(language),
        isOwn: (word: string) => language.script.test(word),
      };
    });
    this.stopWords = new Set([...languages.values()].flatMap(({ stopWords = [] }) => stopWords));
    const described = this.languages.map(({ code, version }) => `${code}:${version}`);
    this.version = createHash('sha256')
      .update([ANALYSIS, ...described].join())
      .digest('hex')
      .slice(0, 16);
  }

  /** The words of a text with their tokens. @param language of the text; null where it is not known */
  tokensOf(text: string, language: string | null): TextToken[] {
    return wordsOf(text).map((word) => ({ ...word, token: this.token(word.word, language) }));
  }

  /** The token of a word in a text. */
  token(word: string, language: string | null): string {
    if (isCode(word)) return word;
    const key = `${language ?? ''} ${word}`;
    let token = this.known.get(key);
    if (token === undefined) {
      const own = this.languages.filter(({ isOwn }) => isOwn(word));
      const chosen = own.find(({ code }) => code === language) ?? own[0];
      token = chosen ? stemOf(chosen, word) : word;
      if (this.known.size >= MAX_ENTRIES) this.known.clear();
      this.known.set(key, token);
    }
    return token;
  }

  /** Every token that a word of a query may be in the index: nobody says in which language they search. */
  alternatives(word: string): string[] {
    if (isCode(word)) return [word];
    const tokens = this.languages.flatMap((language) =>
      language.isOwn(word)
        ? [stemOf(language, word)]
        : (language.respell?.(word) ?? []).map((respelled) => stemOf(language, respelled)),
    );
    const isOfNone = !this.languages.some(({ isOwn }) => isOwn(word));
    return [...new Set(isOfNone ? [word, ...tokens] : tokens)];
  }

  /** The stems that a word has as it is written, in each language of its script. */
  stems(word: string): string[] {
    const own = this.languages.filter(({ isOwn }) => isOwn(word));
    return [...new Set(own.map((language) => stemOf(language, word)))];
  }

  /** The words themselves, in every spelling of them: `alternatives` without stems. */
  spellings(word: string): string[] {
    const others = this.languages.flatMap((language) =>
      language.isOwn(word)
        ? [language.normalise?.(word) ?? word]
        : (language.respell?.(word) ?? []).map((respelled) => language.normalise?.(respelled) ?? respelled),
    );
    return [...new Set([word, ...others])];
  }

  /** Whether a word says nothing by itself. */
  isStopWord(word: string): boolean {
    return this.stopWords.has(word);
  }
}

const stemOf = (language: SearchLanguage, word: string): string =>
  language.stem(language.normalise?.(word) ?? word) || word;
