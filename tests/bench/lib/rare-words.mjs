import { createRequire } from 'node:module';
import { randomNumbers } from './texts.mjs';

const require = createRequire(import.meta.url);

/** Different words of a language: about as many as texts of 20,000 commitments with their milestones have. */
const WORDS = 40_000;
const WORDS_OF_A_COMMITMENT = 12;
const SYLLABLES = {
  ka: [
    'ბა',
    'გე',
    'დო',
    'ვი',
    'ზუ',
    'თა',
    'კე',
    'ლი',
    'მო',
    'ნუ',
    'პა',
    'რე',
    'სი',
    'ტო',
    'ფუ',
    'ქა',
    'ში',
    'ჩე',
    'ცო',
    'ხი',
  ],
  en: [
    'ba',
    'ge',
    'do',
    'vi',
    'zu',
    'ta',
    'ke',
    'li',
    'mo',
    'nu',
    'pa',
    're',
    'si',
    'to',
    'fu',
    'ka',
    'shi',
    'che',
    'tso',
    'khi',
  ],
};

/** The word of a number: four syllables, so that each number below 160,000 has its own. */
function wordOf(language, number) {
  const syllables = SYLLABLES[language];
  let rest = number;
  let word = '';
  for (let place = 0; place < 4; place += 1) {
    word += syllables[rest % syllables.length];
    rest = Math.floor(rest / syllables.length);
  }
  return word;
}

/**
 * Adds words to the public texts of each commitment, some often and most seldom, as those of a language are: `bench:data`
 * makes its texts of some hundred words. Has the next start index everything.
 * @returns words that stand in the texts, by language
 */
export async function addRareWords(settings) {
  const random = randomNumbers(20_261_129);
  const used = { ka: new Set(), en: new Set() };
  // The square of an even distribution: half of the words stand for a quarter of the vocabulary.
  const pick = (language) => {
    const word = wordOf(language, Math.floor((random(1_000_000) / 1_000_000) ** 2 * WORDS));
    used[language].add(word);
    return word;
  };
  const knex = require('knex')(
    settings.client === 'sqlite'
      ? { client: 'better-sqlite3', connection: { filename: settings.filename }, useNullAsDefault: true }
      : { client: 'pg', connection: settings.connection, searchPath: [settings.schema] },
  );
  try {
    await knex.transaction(async (trx) => {
      // What `bench:data` writes is in no change log: the index of the first start does not know it.
      await trx('accountability_search_state').update({ analyser: '', is_complete: 0 });
      for (const language of Object.keys(SYLLABLES)) {
        const rows = await trx('commitments')
          .where({ locale: language })
          .whereNotNull('published_at')
          .orderBy('id')
          .select('id', 'description');
        for (const { id, description } of rows) {
          const words = Array.from({ length: WORDS_OF_A_COMMITMENT }, () => pick(language));
          await trx('commitments')
            .where({ id })
            .update({ description: `${description ?? ''}\n\n${words.join(' ')}.` });
        }
      }
    });
  } finally {
    await knex.destroy();
  }
  return Object.fromEntries(Object.entries(used).map(([language, words]) => [language, [...words].sort()]));
}
