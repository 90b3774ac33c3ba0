import { formatMessage } from './message-format';
import { listText } from './list-text';

describe('a list in a sentence', () => {
  it.each([
    ['ka', 'a, b და c'],
    ['en', 'a, b and c'],
    ['es', 'a, b y c'],
    ['fr', 'a, b et c'],
    ['ar', 'a، وb، وc'],
  ])('reads in %s: %s', (language, text) => {
    expect(listText(language, ['a', 'b', 'c'])).toBe(text);
    expect(formatMessage(language, 'x {known}.', { known: ['a', 'b', 'c'] })).toBe(`x ${text}.`);
    expect(
      formatMessage(language, '{n, plural, other {# {known}}}', { n: 1, known: ['a', 'b', 'c'] }),
    ).toContain(text);
  });

  it.each([
    ['ka', 'a, b ან c'],
    ['en', 'a, b or c'],
    ['es', 'a, b o c'],
    ['fr', 'a, b ou c'],
    ['ar', 'a أو b أو c'],
  ])('of alternatives reads in %s: %s', (language, text) => {
    expect(listText(language, ['a', 'b', 'c'], 'disjunction')).toBe(text);
  });

  it('has no "and" before what was left out, and a dash for nothing', () => {
    expect(listText('en', ['a', 'b', '…'])).toBe('a, b, …');
    expect(listText('en', ['a'])).toBe('a');
    expect(listText('en', [])).toBe('–');
  });

  it('keeps dates in their order where it is written from the right', () => {
    const days = ['2018-10-15', 'غدًا', 'أمس'];
    expect(formatMessage('ar', '{days}', { days })).toBe('\u20662018-10-15\u2069، وغدًا، وأمس');
  });
});
