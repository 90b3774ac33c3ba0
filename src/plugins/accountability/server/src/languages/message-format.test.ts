import { formatMessage } from './message-format';

describe('a message', () => {
  it('has its values filled in', () => {
    expect(formatMessage('en', 'Hello {name}', { name: '<b> {x} $&' })).toBe('Hello <b> {x} $&');
    expect(formatMessage('en', 'Plain < text >')).toBe('Plain < text >');
  });

  it('keeps the placeholder of a value that is not given', () => {
    expect(formatMessage('en', 'Hello {name}')).toBe('Hello {name}');
    expect(formatMessage('en', 'Hello {constructor}')).toBe('Hello {constructor}');
  });

  it.each([
    ['en', 1, '1 milestone'],
    ['en', 5, '5 milestones'],
  ])('counts in %s: %i', (language, count, text) => {
    expect(
      formatMessage(language, '{count, plural, one {# milestone} other {# milestones}}', { count }),
    ).toBe(text);
  });

  it.each([
    [0, 'zero'],
    [1, 'one'],
    [2, 'two'],
    [3, 'few'],
    [11, 'many'],
    [100, 'other'],
  ])('has the six Arabic forms: %i', (count, form) => {
    expect(
      formatMessage(
        'ar',
        '{count, plural, zero {zero} one {one} two {two} few {few} many {many} other {other}}',
        { count },
      ),
    ).toBe(form);
  });
});
