import fc from 'fast-check';
import IntlMessageFormat from 'intl-messageformat';
import { formatMessage, type MessageValues } from './message-format';

describe('a message', () => {
  it('has its values filled in', () => {
    expect(formatMessage('en', 'Hello {name}', { name: '<b> {x} $&' })).toBe('Hello <b> {x} $&');
    expect(formatMessage('en', 'Plain < text >')).toBe('Plain < text >');
  });

  it('keeps the placeholder of a value that is not given', () => {
    expect(formatMessage('en', 'Hello {name}')).toBe('Hello {name}');
    expect(formatMessage('en', 'Hello {constructor}')).toBe('Hello {constructor}');
  });

  it('is filled in as the library does where it has names only', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.double(), fc.constantFrom(null, undefined));
    const part = fc.oneof(
      fc.constantFrom('{a}', '{ b }', '{a_1}', '{none}', ' $& ', '<b>', 'ა'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(part), fc.dictionary(fc.constantFrom('a', 'b', 'a_1'), value), (parts, values) => {
        const message = parts.join('').replace(/['#|]/g, '');
        const all = { a: '', b: '', a_1: '', none: '{none}', ...values };
        let expected: unknown;
        try {
          expected = new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).format(all);
        } catch {
          return;
        }
        expect(formatMessage('en', message, all as MessageValues)).toBe(String(expected));
      }),
    );
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

  it('keeps dates in their order where a message is written from the right', () => {
    for (const message of ['«{value}» ليس يومًا', '{count, plural, other {«{value}» ليس يومًا}}']) {
      const said = (language: string, value: string) => formatMessage(language, message, { value, count: 1 });
      expect(said('ar', '2031-06-31')).toContain('«\u20662031-06-31\u2069»');
      expect(said('ar', 'غدًا')).toContain('«غدًا»');
      expect(said('en', '2031-06-31')).toContain('«2031-06-31»');
    }
  });
});
