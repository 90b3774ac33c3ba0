import fc from 'fast-check';
import { readDate } from './read-date';
import { readMoment } from './read-moment';

const short = (text: string, isExported = false): string | null => {
  const { value, problems } = readMoment(text, { isExported });
  return problems[0]?.code ?? value;
};

it.each([
  ['2018-10-15T12:00:00Z', '2018-10-15T12:00:00.000Z'],
  ['2018-10-15T12:00:00+04:00', '2018-10-15T08:00:00.000Z'],
  [' ', null],
  ['2018-10-15T12:00:00', 'moment-not-understood'],
  ['2018-10-15', 'moment-not-understood'],
  ['2018-13-15T12:00:00Z', 'moment-not-understood'],
])('the moment %s', (text, expected) => expect(short(text)).toBe(expected));

it.each([
  ['2018-10-15T12:00:00', '2018-10-15T12:00:00.000Z'],
  ['2018-10-15', '2018-10-15T00:00:00.000Z'],
  ['2018-10-15T12:00:00+04:00', '2018-10-15T08:00:00.000Z'],
  ['15.10.2018', 'moment-not-understood'],
])('of an exported workbook, which has no time zones: %s', (text, expected) =>
  expect(short(text, true)).toBe(expected),
);

it('any text is a date, none, or refused', () => {
  const word = fc.constantFrom(
    '2018',
    '-',
    '/',
    ' ',
    'Q3',
    'May',
    'ივნისი',
    '31',
    '٣',
    'ongoing',
    'half',
    '.',
    '😀',
  );
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: word, maxLength: 8 }), fc.string({ unit: 'binary' })), (text) => {
      const { value, problems } = readDate(text, { languages: ['en', 'ka', 'ar'] });
      expect(value === null).toBe(problems.some(({ severity }) => severity === 'error'));
    }),
    { numRuns: 2000 },
  );
});
