import { readDate, type DateOrder } from './read-date';

/** A reading in short: dates with precisions, and the note. */
function short(text: string | number | { day: string }, order?: DateOrder, languages?: string[]): string {
  const { value, problems } = readDate(text, { order, languages });
  if (!value) return problems.map(({ code }) => code).join();
  const side = (date: typeof value.start): string => (date ? `${date.date ?? ''} ${date.precision}` : '');
  const dates = value.kind === 'single' ? side(value.start) : `${side(value.start)} > ${side(value.end)}`;
  return `${value.kind}: ${dates}${value.note === null ? '' : ` "${value.note}"`}`;
}

describe('a single date', () => {
  it.each([
    ['October 2018', '2018-10-01 month'],
    ['Oct. 2018', '2018-10-01 month'],
    ['Sept 2018', '2018-09-01 month'],
    ['2018', '2018-01-01 year'],
    ['Q3 2014', '2014-07-01 quarter'],
    ['2014-Q3', '2014-07-01 quarter'],
    ['Quarter 3 2014', '2014-07-01 quarter'],
    ['3rd quarter of 2014', '2014-07-01 quarter'],
    ['third quarter of 2014', '2014-07-01 quarter'],
    ['III კვარტალი 2014', '2014-07-01 quarter'],
    ['2014 წლის მე-3 კვარტალი', '2014-07-01 quarter'],
    ['tercer trimestre de 2014', '2014-07-01 quarter'],
    ['3e trimestre 2014', '2014-07-01 quarter'],
    ['الربع الثالث 2014', '2014-07-01 quarter'],
    ['Spring 2015', '2015-03-01 season'],
    ['Winter 2015', '2015-12-01 season'],
    ['été 2015', '2015-06-01 season'],
    ['2015 წლის გაზაფხული', '2015-03-01 season'],
    ['06/30/2015', '2015-06-30 day'],
    ['30/06/2015', '2015-06-30 day'],
    ['05/05/2015', '2015-05-05 day'],
    ['2018-10', '2018-10-01 month'],
    ['10/2018', '2018-10-01 month'],
    ['2018-10-15', '2018-10-15 day'],
    ['2018-10-15 00:00:00', '2018-10-15 day'],
    ['15 October 2018', '2018-10-15 day'],
    ['October 15, 2018', '2018-10-15 day'],
    ['October 15th, 2018', '2018-10-15 day'],
    ['15.10.2018', '2018-10-15 day'],
    ['03.04.2018', '2018-04-03 day'],
    ['ოქტომბერი 2018', '2018-10-01 month'],
    ['2018 წლის ოქტომბერი', '2018-10-01 month'],
    ['2018 წლის 15 ოქტომბერი', '2018-10-15 day'],
    ['octubre de 2018', '2018-10-01 month'],
    ['15 de octubre de 2018', '2018-10-15 day'],
    ['octobre 2018', '2018-10-01 month'],
    ['1er octobre 2018', '2018-10-01 day'],
    ['FEVRIER 2018', '2018-02-01 month'],
    ['أكتوبر 2018', '2018-10-01 month'],
    ['تشرين الأول 2018', '2018-10-01 month'],
    ['١٥ أكتوبر ٢٠١٨', '2018-10-15 day'],
  ])('%s', (text, expected) => {
    expect(short(text)).toBe(`single: ${expected}`);
  });

  it('follows the declared order', () => {
    expect(short('03/04/2015', 'mdy')).toBe('single: 2015-03-04 day');
    expect(short('03/04/2015', 'dmy')).toBe('single: 2015-04-03 day');
    expect(short('30/06/2015', 'mdy')).toBe('date-does-not-exist');
  });

  it('is a day of a spreadsheet, and a number is a year', () => {
    expect(short({ day: '2018-10-15' })).toBe('single: 2018-10-15 day');
    expect(short(2018)).toBe('single: 2018-01-01 year');
    expect(short(43388)).toBe('date-not-understood');
  });

  it('knows the months of any language that is given', () => {
    expect(short('Oktober 2018')).toBe('date-not-understood');
    expect(short('Oktober 2018', undefined, ['de'])).toBe('single: 2018-10-01 month');
    expect(short('15. Oktober 2018', undefined, ['de'])).toBe('single: 2018-10-15 day');
    expect(short('listopad 2018', undefined, ['cs'])).toBe('single: 2018-11-01 month');
    expect(short('listopad 2018', undefined, ['hr'])).toBe('single: 2018-10-01 month');
    expect(short('October 2018', undefined, ['no such language'])).toBe('single: 2018-10-01 month');
  });

  it.each([
    ['End of 2014', '2014-01-01 year'],
    ['mid-2014', '2014-01-01 year'],
    ['By the end of 2014', '2014-01-01 year'],
    ['2014 წლის ბოლო', '2014-01-01 year'],
    ['fin de 2014', '2014-01-01 year'],
    ['نهاية 2014', '2014-01-01 year'],
    ['early October 2018', '2018-10-01 month'],
  ])('%s keeps its words', (text, expected) => {
    expect(short(text)).toBe(`single: ${expected} "${text}"`);
  });
});

describe('a range', () => {
  it.each([
    ['2012-2013', '2012-01-01 year > 2013-01-01 year'],
    ['2012–2013', '2012-01-01 year > 2013-01-01 year'],
    ['from 2012 to 2013', '2012-01-01 year > 2013-01-01 year'],
    ['September/December 2011', '2011-09-01 month > 2011-12-01 month'],
    ['September - December 2011', '2011-09-01 month > 2011-12-01 month'],
    ['2011 September - December', '2011-09-01 month > 2011-12-01 month'],
    ['January 2012 - March 2013', '2012-01-01 month > 2013-03-01 month'],
    ['enero a marzo de 2013', '2013-01-01 month > 2013-03-01 month'],
    ['01/2012 - 03/2013', '2012-01-01 month > 2013-03-01 month'],
    ['15-20 October 2018', '2018-10-15 day > 2018-10-20 day'],
    ['2018-10-15 - 2018-11-20', '2018-10-15 day > 2018-11-20 day'],
    ['Q1 - Q3 2014', '2014-01-01 quarter > 2014-07-01 quarter'],
    ['I-II კვარტალი 2014', '2014-01-01 quarter > 2014-04-01 quarter'],
  ])('%s', (text, expected) => {
    expect(short(text)).toBe(`range: ${expected}`);
  });

  it.each(['first half of 2014', 'H1 2014', '2014 I ნახევარი', 'primer semestre de 2014'])(
    '%s is the months of a half-year, with its words',
    (text) => {
      expect(short(text)).toBe(`range: 2014-01-01 month > 2014-06-01 month "${text}"`);
    },
  );

  it('may have no end', () => {
    expect(short('January 2012 - ongoing')).toBe(
      'ongoing: 2012-01-01 month >  none "January 2012 - ongoing"',
    );
  });
});

describe('no date', () => {
  it.each(['Ongoing', 'მიმდინარე', 'en curso', 'en cours', 'جار'])(
    '%s is an end that is not known',
    (text) => {
      expect(short(text)).toBe(`ongoing:  >  none "${text}"`);
    },
  );

  it.each(['Not specified', 'N/A', 'TBD', '-', '–', '', ' ', 'no especificado', 'non précisé', 'غير محدد'])(
    '%j is nothing',
    (text) => {
      expect(short(text)).toBe('not-specified:  > ');
    },
  );
});

describe('what is refused', () => {
  it.each([
    ['03/04/2015', 'date-ambiguous'],
    ['30 February 2015', 'date-does-not-exist'],
    ['2015-02-29', 'date-does-not-exist'],
    ['2015-13', 'date-does-not-exist'],
    ['13/13/2015', 'date-does-not-exist'],
    ['Q5 2014', 'date-does-not-exist'],
    ['H3 2014', 'date-does-not-exist'],
    ['06/30/15', 'date-short-year'],
    ['Oct 18', 'date-short-year'],
    ['1850', 'date-year-out-of-range'],
    ['October 2200', 'date-year-out-of-range'],
    ['2013-2012', 'date-range-reversed'],
    ['soon', 'date-not-understood'],
    ['2018 2019', 'date-not-understood'],
    ['October', 'date-not-understood'],
    ['2014?', 'date-not-understood'],
    ['October 2018 or later', 'date-not-understood'],
    ['12345', 'date-not-understood'],
    ['9'.repeat(1_000_000), 'date-not-understood'],
  ])('%.40s', (text, code) => {
    expect(short(text)).toBe(code);
  });

  it('is named in the message, cut to 200 characters', () => {
    expect(readDate('a'.repeat(1000)).problems).toEqual([
      { severity: 'error', code: 'date-not-understood', values: { value: 'a'.repeat(200) } },
    ]);
  });
});
