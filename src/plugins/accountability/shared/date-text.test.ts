import fc from 'fast-check';
import { periodOf, PRECISIONS } from '../server/src/dates/partial-date';
import { dateText, parseDateText, precisionName, precisionOf } from './date-text';

const SEASONS = {
  en: { winter: 'Winter', spring: 'Spring', summer: 'Summer', autumn: 'Autumn' },
  ka: { winter: 'ზამთარი', spring: 'გაზაფხული', summer: 'ზაფხული', autumn: 'შემოდგომა' },
  es: { winter: 'Invierno', spring: 'Primavera', summer: 'Verano', autumn: 'Otoño' },
  ar: { winter: 'شتاء', spring: 'ربيع', summer: 'صيف', autumn: 'خريف' },
};
type Language = keyof typeof SEASONS;

const parse = (text: string, language: Language, precision = 'day') =>
  parseDateText(text, precisionOf(precision), language, SEASONS[language]);

describe('a typed date', () => {
  it.each([
    ['12/31/2027', 'en', '2027-12-31'],
    ['31/12/2026', 'en', '2026-12-31'],
    ['03/04/2027', 'en', '2027-03-04'],
    ['03/04/2027', 'ka', '2027-04-03'],
    ['2026-12-31', 'en', '2026-12-31'],
    ['31.12.2027', 'ka', '2027-12-31'],
    ['31.12.2027', 'en', '2027-12-31'],
    [' 1. 2. 2027 ', 'ka', '2027-02-01'],
    ['03/04/2027', 'es', '2027-04-03'],
    ['03/04/2027', 'ar', '2027-04-03'],
    ['٣١/١٢/٢٠٢٧', 'ar', '2027-12-31'],
  ] as const)('%s in %s is %s', (text, language, date) => {
    expect(parse(text, language)).toEqual({ date });
  });

  it.each([
    ['2027-10', 'month', '2027-10-01'],
    ['10.2027', 'month', '2027-10-01'],
    ['10/15/2027', 'month', '2027-10-01'],
    ['2027-Q3', 'quarter', '2027-07-01'],
    ['III 2027', 'quarter', '2027-07-01'],
    ['winter 2027', 'season', '2027-12-01'],
    ['2027', 'year', '2027-01-01'],
  ] as const)('%s at precision %s is %s', (text, precision, date) => {
    expect(parse(text, 'en', precision)).toEqual({ date });
  });

  it.each([
    ['tomorrow', 'day', 'form'],
    ['12/31/27', 'day', 'form'],
    ['2027-10', 'day', 'form'],
    ['2027', 'month', 'form'],
    ['Q5 2027', 'quarter', 'form'],
    ['31.02.2027', 'day', 'missing'],
    ['13/13/2027', 'day', 'missing'],
    ['2027-13', 'month', 'missing'],
    ['01.01.0202', 'day', 'year'],
  ] as const)('%s at precision %s is refused: %s', (text, precision, problem) => {
    expect(parse(text, 'en', precision)).toEqual({ problem });
  });

  it('is read back from the text it is edited as, in each language and at each precision', () => {
    const days = fc.date({ min: new Date('1901-01-01'), max: new Date('2199-11-30'), noInvalidDate: true });
    fc.assert(
      fc.property(
        days,
        fc.constantFrom(...PRECISIONS),
        fc.constantFrom<Language>('en', 'ka'),
        (moment, precision, language) => {
          const day = moment.toISOString().slice(0, 10);
          const text = dateText(day, precision, language, SEASONS[language]);
          const date = periodOf(day, precision)?.earliest ?? day;
          expect(parse(text, language, precision)).toEqual({ date });
        },
      ),
    );
  });

  it('is never an invalid day, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...PRECISIONS), (text, precision) => {
        const parsed = parse(text, 'en', precision);
        if ('date' in parsed) expect(new Date(parsed.date).toISOString().slice(0, 10)).toBe(parsed.date);
        else expect(['form', 'missing', 'year']).toContain(parsed.problem);
      }),
    );
  });

  it('stays as typed while it is not understood', () => {
    expect(dateText('31/02/2027', 'month', 'en', SEASONS.en)).toBe('31/02/2027');
  });
});

it('finds the precision beside a date by its name', () => {
  expect(precisionName('timeframe.startDate')).toBe('timeframe.startPrecision');
  expect(precisionName('publishedOn')).toBeNull();
  expect(precisionOf('season')).toBe('season');
  expect(precisionOf('hour')).toBe('day');
});
