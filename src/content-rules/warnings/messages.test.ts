import { languagesMissing } from './languages';
import { warningMessages } from './messages';
import englishWords from '../../words/en.json';
import georgianWords from '../../words/ka.json';

const en = englishWords['content-warnings'];
const ka = georgianWords['content-warnings'];

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([found]) => found).sort();

it('has every sentence in both languages, with the same values', () => {
  expect(Object.keys(ka)).toEqual(Object.keys(en));
  for (const [code, text] of Object.entries(en)) {
    expect([code, placeholders(ka[code as keyof typeof ka])]).toEqual([code, placeholders(text)]);
  }
});

it('writes dates as exact as they are known', () => {
  expect(
    warningMessages({
      code: 'starts-before-commitment',
      path: [],
      values: {
        start: { date: '2018-09-01', precision: 'month' },
        parentStart: { date: '2018-10-01', precision: 'quarter' },
      },
    }),
  ).toMatchObject({
    ka: 'ეტაპი უფრო ადრე იწყება (სექტემბერი 2018), ვიდრე ვალდებულება (2018 წლის IV კვარტალი).',
    en: 'The milestone starts (September 2018) before its commitment does (quarter IV of 2018).',
  });
});

it('names the language that is missing in the language of the sentence', () => {
  const [missing, ...others] = languagesMissing(['ka'], ['ka', 'en']);
  expect(others).toEqual([]);
  expect(warningMessages(missing!)).toMatchObject({
    ka: 'დოკუმენტს ვერსია ამ ენაზე არ აქვს: ინგლისური.',
    en: 'There is no version in this language: English.',
    es: expect.stringContaining('inglés'),
  });
  expect(languagesMissing(['en', 'ka'], ['ka', 'en'])).toEqual([]);
  expect(languagesMissing(['fr'], ['es', 'fr', 'ar']).map(({ language }) => language)).toEqual(['es', 'ar']);
});

it('misses no translation on a site of one language', () => {
  expect(languagesMissing([], ['en'])).toEqual([]);
});
