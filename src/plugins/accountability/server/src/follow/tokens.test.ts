import { digestOfToken, leaveTargetOf, leaveToken, newKey, newToken, type LeaveTarget } from './tokens';

const SECRET = 'secret';

describe('the token of a link that confirms', () => {
  it('is stored as a digest, and no two are alike', () => {
    const token = newToken();
    expect(encodeURIComponent(token)).toBe(token);
    expect(digestOfToken(token)).toMatch(/^[0-9a-f]{64}$/);
    expect(digestOfToken(token)).not.toContain(token);
    expect(newToken()).not.toBe(token);
  });

  it.each(['', 'x', `${newToken()}x`, `${newToken().slice(1)}/`, '\0'.repeat(43)])('is none: %j', (text) => {
    expect(digestOfToken(text)).toBeNull();
  });
});

describe('the token of a link that ends mails', () => {
  const target: LeaveTarget = { kind: 'follow', key: newKey() };
  const token = leaveToken(SECRET, target);

  it('names what it is about, and fits an address', () => {
    expect(leaveTargetOf(SECRET, token)).toEqual(target);
    expect(leaveTargetOf(SECRET, leaveToken(SECRET, { ...target, kind: 'all' }))).toEqual({
      ...target,
      kind: 'all',
    });
    expect(encodeURIComponent(token)).toBe(token);
  });

  it.each([
    ['all instead of one', `a${token.slice(1)}`],
    ['another key', token.replace(target.key, newKey())],
    ['another site', leaveToken('other', target)],
    ['a cut signature', token.slice(0, -1)],
    ['no signature', token.split('.')[0] ?? ''],
    ['more than there is', `${token}.x`],
    ['nothing', ''],
  ])('is refused for %s', (_what, wrong) => {
    expect(leaveTargetOf(SECRET, wrong)).toBeNull();
  });
});
