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
});
