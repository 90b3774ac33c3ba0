import { wordsOf } from '../words/words';
import { dateOf, dateText, timeframeOf } from './dates';

const frame = (language: 'ka' | 'en') => ({ language, words: wordsOf(language) });
const none = { startDate: null, startPrecision: null, endDate: null, endPrecision: null, note: {} };

describe('dates', () => {
  it.each([
    ['2018-10-01', 'month', 'ოქტომბერი 2018', 'October 2018'],
    ['2020-12-31', 'day', '31 დეკემბერი, 2020', '31 December 2020'],
    ['2018-01-01', 'year', '2018', '2018'],
    ['2018-10-01', 'quarter', '2018 წლის IV კვარტალი', 'Quarter IV of 2018'],
    ['2015-03-01', 'season', '2015 წლის გაზაფხული', 'Spring 2015'],
  ])('%s at %s are written as each language does', (date, precision, ka, en) => {
    expect(dateText(date, precision, 'ka')).toBe(ka);
    expect(dateText(date, precision, 'en')).toBe(en);
  });

  it('give machines no more than is known', () => {
    expect(`${dateOf('2018-10-01', 'month', 'en')}`).toBe('<time datetime="2018-10">October 2018</time>');
    expect(`${dateOf('2018-10-01', 'quarter', 'en')}`).not.toContain('datetime');
    expect(dateOf('2018-10-01', 'none', 'en')).toBeNull();
    expect(dateOf(null, null, 'en')).toBeNull();
  });
});

describe('a time frame', () => {
  it('says so where nothing is stated', () => {
    expect(`${timeframeOf(none, frame('en'))}`).toBe('Not stated');
  });

  it('shows what there is of it, and the words of the source beside', () => {
    const open = { ...none, startDate: '2018-10-01', startPrecision: 'month', note: { ka: 'უვადო' } };
    const text = `${timeframeOf(open, frame('en'))}`.replace(/<[^>]+>/g, '');
    expect(text).toBe('October 2018 – … (უვადო (in Georgian only))');
  });

  it.each([
    ['es', 'Octubre de 2018 – marzo de 2027'],
    ['fr', 'Octobre 2018 – mars 2027'],
    ['en', 'October 2018 – March 2027'],
  ])('has its capital at the beginning only, in %s', (language, expected) => {
    const range = {
      ...none,
      startDate: '2018-10-01',
      startPrecision: 'month',
      endDate: '2027-03-01',
      endPrecision: 'month',
    };
    const shown = `${timeframeOf(range, { language, words: wordsOf(language) })}`;
    expect(shown.replace(/<[^>]+>/g, '')).toBe(expected);
    const untilThen = `${timeframeOf({ ...range, startDate: null }, { language, words: wordsOf(language) })}`;
    expect(untilThen.replace(/<[^>]+>/g, '')).toBe(`… – ${expected.split(' – ')[1]}`);
  });

  it('says a single period once', () => {
    const year = {
      ...none,
      startDate: '2018-01-01',
      startPrecision: 'year',
      endDate: '2018-01-01',
      endPrecision: 'year',
    };
    expect(`${timeframeOf(year, frame('ka'))}`).toBe('<time datetime="2018">2018</time>');
  });
});
