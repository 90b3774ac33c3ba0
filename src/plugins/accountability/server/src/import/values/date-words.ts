import declared from './date-words.json';

export type SeasonName = 'winter' | 'spring' | 'summer' | 'autumn';

/** What words mean in a date. `part` says less than a period: the end of, early. */
export type Meaning =
  | { readonly kind: 'month' | 'ordinal'; readonly number: number }
  | { readonly kind: 'season'; readonly season: SeasonName }
  | { readonly kind: 'quarter' | 'half' | 'part' | 'filler' | 'range' | 'ongoing' | 'unspecified' };

/** The words of one language that its `Intl` data lacks. */
interface DeclaredWords {
  readonly months: readonly (readonly string[])[];
  readonly seasons: Readonly<Record<SeasonName, readonly string[]>>;
  readonly quarter: readonly string[];
  readonly half: readonly string[];
  readonly ordinals: readonly (readonly string[])[];
  readonly part: readonly string[];
  readonly filler: readonly string[];
  readonly range: readonly string[];
  readonly ongoing: readonly string[];
  readonly unspecified: readonly string[];
}

/** Several meanings where a language uses one word for several things. */
type Lexicon = ReadonlyMap<string, readonly Meaning[]>;

const DECLARED = declared as Readonly<Record<string, DeclaredWords>>;
const SIMPLE = ['quarter', 'half', 'part', 'filler', 'range', 'ongoing', 'unspecified'] as const;

/** Letters with their marks and apostrophes, ordinal signs. */
const WORDS = /[\p{L}ºª][\p{L}\p{M}']{0,40}/gu;

/** A word as it is compared: lower case, without accents and hamzas, which sources often leave out. */
export const plainWord = (word: string): string => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** The words of a text as `meaningsOf` takes them. */
export const phrase = (text: string): string => (text.match(WORDS) ?? []).map(plainWord).join(' ');

/** What `Intl` calls a month, in and outside of dates. */
function monthNames(language: string, month: number): string[] {
  const day = Date.UTC(2020, month - 1, 15);
  const base = { timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn' } as const;
  const names = (['long', 'short'] as const).flatMap((length) =>
    [{}, { day: 'numeric' }, { year: 'numeric' }].map((others) =>
      new Intl.DateTimeFormat(language, { ...base, ...(others as object), month: length })
        .formatToParts(day)
        .filter(({ type }) => type === 'month')
        .map(({ value }) => value)
        .join(''),
    ),
  );
  return names.filter((name) => !/\d/.test(name));
}

const isKnownToIntl = (language: string): boolean => {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;
  } catch {
    // Not the form of a language tag.
    return false;
  }
};

const isSame = (one: Meaning, other: Meaning): boolean => JSON.stringify(one) === JSON.stringify(other);

function lexiconOf(language: string): Lexicon {
  const lexicon = new Map<string, Meaning[]>();
  const add = (text: string, meaning: Meaning): void => {
    const key = phrase(text);
    const known = lexicon.get(key) ?? [];
    if (key !== '' && !known.some((other) => isSame(other, meaning))) lexicon.set(key, [...known, meaning]);
  };
  if (isKnownToIntl(language)) {
    for (let number = 1; number <= 12; number += 1) {
      for (const name of monthNames(language, number)) add(name, { kind: 'month', number });
    }
  }
  const words = DECLARED[language];
  if (!words) return lexicon;
  words.months.forEach((names, index) => {
    for (const name of names) add(name, { kind: 'month', number: index + 1 });
  });
  words.ordinals.forEach((names, index) => {
    for (const name of names) add(name, { kind: 'ordinal', number: index + 1 });
  });
  for (const [season, names] of Object.entries(words.seasons)) {
    for (const name of names) add(name, { kind: 'season', season: season as SeasonName });
  }
  for (const kind of SIMPLE) for (const name of words[kind]) add(name, { kind });
  return lexicon;
}

const lexicons = new Map<string, Lexicon>();

function knownLexicon(language: string): Lexicon {
  const known = lexicons.get(language) ?? lexiconOf(language);
  lexicons.set(language, known);
  return known;
}

/** The longest phrase, in words. */
export const MAX_PHRASE_WORDS = 4;

/**
 * What a phrase means: in the languages given, in their order, else in any language whose words are declared. Several
 * meanings where languages of the same rank disagree.
 * @param key words as `plainWord` writes them, with one space between
 */
export function meaningsOf(key: string, languages: readonly string[]): readonly Meaning[] {
  for (const language of languages) {
    const found = knownLexicon(language).get(key);
    if (found) return found;
  }
  const found: Meaning[] = [];
  for (const language of Object.keys(DECLARED)) {
    for (const meaning of knownLexicon(language).get(key) ?? []) {
      if (!found.some((other) => isSame(other, meaning))) found.push(meaning);
    }
  }
  return found;
}
