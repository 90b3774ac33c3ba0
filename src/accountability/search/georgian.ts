import type { SearchLanguage } from 'strapi-plugin-accountability/declare';

/** Letters that are left of a word at least. */
const MIN_STEM_LENGTH = 3;
const VOWELS = 'აეიოუ';
/** Old capital letters that have no modern one: Nuskhuri, in the order of the modern alphabet. */
const NUSKHURI = /[\u2D00-\u2D25]/g;

const isVowel = (letter: string | undefined): boolean => letter !== undefined && VOWELS.includes(letter);
const isAfterStem = (letter: string | undefined): boolean => isVowel(letter) && letter !== 'ი';

/** Nouns whose stem ends as if it had a case ending. */
const ENDS_IN_MA = /(?:ფორმა|ნორმა|ფირმა|ტრავმა|დოგმა|პლაზმა)$/;

interface Ending {
  readonly ending: string;
  /** Whether it is one there, by what is before it. */
  readonly follows: (stem: string) => boolean;
}

const always = (): boolean => true;
const afterConsonant = (stem: string): boolean => !isVowel(stem.at(-1));
const afterVowel = (stem: string): boolean => isAfterStem(stem.at(-1));

/** Postpositions that are written together with the noun. What is left may have a case ending still. */
const POSTPOSITIONS: readonly Ending[] = [
  { ending: 'თვის', follows: (stem) => stem.endsWith('ს') },
  { ending: 'გან', follows: (stem) => stem.endsWith('ს') },
  { ending: 'კენ', follows: (stem) => stem.endsWith('ს') },
  { ending: 'თან', follows: always },
  { ending: 'დან', follows: always },
  { ending: 'მდე', follows: always },
  { ending: 'ვით', follows: always },
  { ending: 'ზე', follows: always },
  // ანგარიში is no place: its stem ends in შ.
  { ending: 'ში', follows: (stem) => !stem.endsWith('ი') },
];

/** Case endings, the longest first. */
const CASES: readonly Ending[] = [
  { ending: 'ისა', follows: afterConsonant },
  { ending: 'ითა', follows: afterConsonant },
  { ending: 'ის', follows: afterConsonant },
  { ending: 'ით', follows: afterConsonant },
  { ending: 'ად', follows: afterConsonant },
  { ending: 'თა', follows: always },
  { ending: 'მა', follows: (stem) => afterConsonant(stem) && !ENDS_IN_MA.test(`${stem}მა`) },
  { ending: 'მ', follows: afterVowel },
  { ending: 'დ', follows: afterVowel },
  { ending: 'თი', follows: afterVowel },
  { ending: 'ს', follows: (stem) => !stem.endsWith('ი') },
];

function without(word: string, endings: readonly Ending[]): string {
  for (const { ending, follows } of endings) {
    const stem = word.slice(0, -ending.length);
    if (word.endsWith(ending) && stem.length >= MIN_STEM_LENGTH && follows(stem)) return stem;
  }
  return word;
}

/** Without the vowel of the nominative, which other cases lack. */
const withoutVowel = (word: string): string =>
  word.length > MIN_STEM_LENGTH && isVowel(word.at(-1)) ? word.slice(0, -1) : word;

/**
 * The stem of a Georgian word: without particles, postpositions, case endings, the plural and the vowel it ends in. A
 * light stemmer of nouns and adjectives: it knows no dictionary, and leaves prefixes and verbs as they are. Pure.
 */
export function georgianStem(word: string): string {
  const bare =
    word.length > MIN_STEM_LENGTH + 1 && word.endsWith('ც') && isVowel(word.at(-2))
      ? word.slice(0, -1)
      : word;
  const noun = without(bare, POSTPOSITIONS);
  // The dative ending has merged with the postposition: ქუთაისში.
  const isCaseMerged = noun !== bare && /(?:ში|ზე)$/.test(bare);
  let stem = withoutVowel(isCaseMerged ? noun : without(noun, CASES));
  while (stem.endsWith('ებ') && stem.length >= MIN_STEM_LENGTH + 2) stem = withoutVowel(stem.slice(0, -2));
  return stem;
}

/** Latin letters, the longest first, with the Georgian ones they represent; the usual one first. */
const LATIN: readonly (readonly [string, readonly string[]])[] = [
  ['tch', ['ჭ']],
  ['gh', ['ღ']],
  ['kh', ['ხ']],
  ['zh', ['ჟ']],
  ['sh', ['შ']],
  ['ch', ['ჩ', 'ჭ']],
  ['ts', ['ც', 'წ']],
  ['dz', ['ძ']],
  ['ph', ['ფ']],
  ['a', ['ა']],
  ['b', ['ბ']],
  ['c', ['ც']],
  ['d', ['დ']],
  ['e', ['ე']],
  ['f', ['ფ']],
  ['g', ['გ']],
  ['h', ['ჰ']],
  ['i', ['ი']],
  ['j', ['ჯ']],
  ['k', ['ქ', 'კ']],
  ['l', ['ლ']],
  ['m', ['მ']],
  ['n', ['ნ']],
  ['o', ['ო']],
  ['p', ['პ', 'ფ']],
  ['q', ['ყ', 'ქ']],
  ['r', ['რ']],
  ['s', ['ს']],
  ['t', ['თ', 'ტ']],
  ['u', ['უ']],
  ['v', ['ვ']],
  ['w', ['წ']],
  ['x', ['ხ']],
  ['y', ['ი', 'ყ']],
  ['z', ['ზ']],
];
/** Spellings of one word. */
const MAX_SPELLINGS = 64;
const MIN_RESPELLED_LENGTH = 3;

/**
 * The Georgian words that a word in Latin letters may be, in the national system of 2002 without its apostrophes and in
 * common spellings: k is ქ or კ, t is თ or ტ, ts is ც or წ. Pure.
 */
export function georgianSpellings(word: string): string[] {
  if (word.length < MIN_RESPELLED_LENGTH) return [];
  let spellings = [''];
  for (let at = 0; at < word.length;) {
    const found = LATIN.find(([latin]) => word.startsWith(latin, at));
    if (!found) return [];
    const [latin, letters] = found;
    // The usual letters first: they are what is left of too many.
    spellings = letters
      .flatMap((letter) => spellings.map((spelling) => spelling + letter))
      .slice(0, MAX_SPELLINGS);
    at += latin.length;
  }
  return spellings;
}

export const georgian: SearchLanguage = {
  script: /^\p{Script=Georgian}+$/u,
  version: 1,
  stopWords: ['და', 'რომ', 'ან', 'თუ', 'არის', 'ეს', 'ის', 'მის', 'მიერ', 'შესახებ'],
  normalise: (word) =>
    word.replace(NUSKHURI, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x2d00 + 0x10d0)),
  stem: georgianStem,
  respell: (word) => (/^[a-z]+$/.test(word) ? georgianSpellings(word) : []),
};
