import { FixedWindowCounter } from './fixed-window-counter';

describe('attempts within a window', () => {
  it('are let through up to the limit, then refused with the time to wait, and let through again', () => {
    const attempts = new FixedWindowCounter(2, 1000);
    expect([attempts.count('a', 0), attempts.count('a', 100), attempts.count('a', 200)]).toEqual([0, 0, 800]);
    expect([attempts.wait('a', 900), attempts.wait('b', 900)]).toEqual([100, 0]);
    expect(attempts.count('b', 900)).toBe(0);
    expect([attempts.wait('a', 1000), attempts.count('a', 1000)]).toEqual([0, 0]);
  });

  it('are without a limit where there is none, and nobody is stored', () => {
    const attempts = new FixedWindowCounter(0, 1000);
    for (let count = 0; count < 100; count += 1) expect(attempts.count('a', 0)).toBe(0);
    expect([attempts.wait('a', 0), attempts.size]).toEqual([0, 0]);
  });

  it('of however many keep a bounded memory: what has ended goes, then what began first', () => {
    const attempts = new FixedWindowCounter(1, 1000, 3);
    for (const key of ['a', 'b', 'c', 'd']) attempts.count(key, 10);
    expect([attempts.size, attempts.wait('a', 10), attempts.wait('d', 10)]).toEqual([3, 0, 1000]);
    attempts.count('e', 2000);
    expect(attempts.size).toBe(1);
  });
});
