import { splitParts } from './exported';

describe('the parts of an exported value', () => {
  it.each([
    ['ogp:GE0082', 2, ['ogp', 'GE0082']],
    ['scheme:a:b', 2, ['scheme', 'a:b']],
    ['Report: final:https://example.org/a:b', 2, ['Report: final', 'https://example.org/a:b']],
    ['Title:', 2, ['Title', null]],
    ['completion:limited:Limited: partly', 3, ['completion', 'limited', 'Limited: partly']],
    ['one', 1, ['one']],
    ['one', 2, ['one', null]],
  ])('of %s, %i of them', (text, count, expected) => expect(splitParts(text, count)).toEqual(expected));

  it.each([
    ['A title: and more:', 2, ['A title: and more', null]],
    ['A title::', 2, ['A title:', null]],
    ['A title: and more:https://example.org/a:', 2, ['A title: and more', 'https://example.org/a:']],
    ['ogp:a:b:https://example.org/', 3, ['ogp', 'a:b', 'https://example.org/']],
    ['ogp:a:b:', 3, ['ogp', 'a:b', null]],
  ])('of %s, %i of them, of which the last may be empty', (text, count, expected) =>
    expect(splitParts(text, count, { isLastOptional: true })).toEqual(expected),
  );
});
