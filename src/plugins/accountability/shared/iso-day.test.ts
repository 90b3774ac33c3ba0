import fc from 'fast-check';
import { dayFault, daysInMonth, parseDay } from './iso-day';

describe('a day', () => {
  it.each([
    ['2014-09-30', null],
    ['2016-02-29', null],
    ['2000-02-29', null],
    ['1900-01-01', null],
    ['2199-12-31', null],
    ['2014-09-31', 'missing'],
    ['2014-02-29', 'missing'],
    ['1900-02-29', 'missing'],
    ['2014-13-01', 'missing'],
    ['2014-00-10', 'missing'],
    ['2014-10-00', 'missing'],
    ['0000-00-00', 'missing'],
    ['0014-09-30', 'year'],
    ['1899-12-31', 'year'],
    ['2200-01-01', 'year'],
    ['2026-12-31T20:30:00.000Z', 'form'],
    ['2026-1-1', 'form'],
    ['12014-09-30', 'form'],
    ['+002014-09-30', 'form'],
    ['30.09.2014', 'form'],
    [' 2014-09-30', 'form'],
    ['2014-09-30\n', 'form'],
    ['', 'form'],
    ['ხვალ', 'form'],
  ] as const)('%j: %s', (text, fault) => {
    expect(dayFault(text)).toBe(fault);
  });

  it('is the one the calendar of the platform has', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2199 }),
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 0, max: 33 }),
        (year, month, day) => {
          const two = (part: number) => String(part).padStart(2, '0');
          const text = `${year}-${two(month)}-${two(day)}`;
          const date = new Date(Date.UTC(year, month - 1, day));
          const exists = date.toISOString().startsWith(text);
          expect(parseDay(text)).toEqual(exists ? { year, month, day } : 'missing');
        },
      ),
    );
  });

  it('knows the lengths of months', () => {
    expect(daysInMonth(2015, 2)).toBe(28);
    expect(daysInMonth(2016, 2)).toBe(29);
    expect(daysInMonth(2015, 13)).toBe(0);
  });
});
