import { dateInWords, momentInWords } from './date-in-words';

const word = (key: string, { year, number }: { year: string; number: string }) => `${key} ${year} ${number}`;

describe('dateInWords', () => {
  it.each([
    ['2018-10-01', 'month', 'en', 'October 2018'],
    ['2018-10-01', 'month', 'ka', 'ოქტომბერი 2018'],
    ['2018-10-01', 'quarter', 'en', 'quarter 2018 4'],
    ['2018-12-01', 'season', 'en', 'winter 2018 4'],
    ['2018-09-01', 'season', 'ka', 'autumn 2018 3'],
    ['2018-01-01', 'year', 'ka', '2018'],
    ['2018-10-15', 'day', 'en', 'October 15, 2018'],
    ['2018-10-15', 'day', 'ka', '15 ოქტომბერი, 2018'],
    ['2018-10-01', 'month', 'es', 'octubre de 2018'],
    ['2018-10-15', 'day', 'fr', '15 octobre 2018'],
    ['2018-10-15', 'day', 'ar', '15 أكتوبر 2018'],
  ] as const)('%s at %s in %s is %s', (date, precision, language, words) => {
    expect(dateInWords(date, precision, language, word).replace(/\u00a0/g, ' ')).toContain(words);
  });
});

describe('momentInWords', () => {
  it('names months where a browser cannot, and asks it elsewhere', () => {
    expect(momentInWords('2018-10-05T09:07:00', 'ka')).toBe('5 ოქტომბერი, 2018, 09:07');
    expect(momentInWords('2018-10-05T09:07:00', 'en')).toMatch(/^Oct 5, 2018, 9:07/);
  });
});
