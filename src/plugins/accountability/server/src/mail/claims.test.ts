import { CLAIM_MS, isFree, waitAfter } from './claims';

const NOW = new Date('2026-11-20T08:00:00Z');
const before = (ms: number) => new Date(NOW.getTime() - ms);

describe('isFree', () => {
  it.each([
    ['never claimed', {}, true],
    ['claimed a moment ago', { claimedAt: before(1) }, false],
    ['claimed by an instance that is gone', { claimedAt: before(CLAIM_MS) }, true],
    ['waiting', { notBefore: before(-1) }, false],
    ['waited for', { notBefore: before(0) }, true],
    ['claimed, as a database returns it', { claimedAt: before(1).toISOString(), notBefore: null }, false],
  ])('%s', (_what, claim, expected) => {
    expect(isFree(claim, NOW)).toBe(expected);
  });
});

describe('waitAfter', () => {
  it('grows, and not for ever', () => {
    expect([1, 2, 3, 4, 9, 10, 60].map((failures) => waitAfter(failures) / 60_000)).toEqual([
      1, 2, 4, 8, 256, 360, 360,
    ]);
  });
});
