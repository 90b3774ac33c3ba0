import { commentOfToken, unsubscribeToken } from './unsubscribe-link';

const SECRET = 'secret';
const token = unsubscribeToken(SECRET, 'abc123');
const [id = '', signature = ''] = token.split('.');

describe('the token of a link that ends mails', () => {
  it('identifies its comment, and fits an address', () => {
    expect(commentOfToken(SECRET, token)).toBe('abc123');
    expect(encodeURIComponent(token)).toBe(token);
  });

  it.each([
    ['another comment', `abc124.${signature}`],
    ['another site', unsubscribeToken('other', 'abc123')],
    ['a signature that is cut', `${id}.${signature.slice(0, -1)}`],
    ['no signature', id],
    ['nothing', ''],
    ['more than there is', `${token}.x`],
    ['more than any link has', `${'a'.repeat(40)}.${'a.'.repeat(1000)}`],
    ['no id', unsubscribeToken(SECRET, 'a b')],
  ])('is refused for %s', (_what, wrong) => {
    expect(commentOfToken(SECRET, wrong)).toBeNull();
  });
});
