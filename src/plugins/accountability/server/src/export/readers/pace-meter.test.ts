import { PaceMeter } from './pace-meter';

const LIMITS = { bytesPerSecond: 1_000, pauseMs: 10_000 };

describe('the pace of a reader', () => {
  /**
   * Sends parts of some size, each after a wait; returns the number of the part at which the client is too slow.
   */
  const tooSlowAt = (bytes: number, waitMs: number, parts = 1_000): number | null => {
    const meter = new PaceMeter(LIMITS);
    for (let part = 1; part <= parts; part += 1) {
      meter.waited(waitMs);
      if (meter.left === 0) return part;
      meter.took(bytes);
    }
    return null;
  };

  it.each([
    ['the least pace itself', 1_000, 1_000],
    ['the same in large parts', 9_000, 9_000],
    ['a quick reader', 64_000, 1],
    ['one who is never waited for', 1, 0],
  ])('is enough for %s', (_, bytes, wait) => {
    expect(tooSlowAt(bytes, wait)).toBeNull();
  });

  it('is too slow below it, the sooner the slower', () => {
    expect(tooSlowAt(0, 1_000)).toBe(10);
    expect(tooSlowAt(100, 1_000)).toBe(11);
    expect(tooSlowAt(900, 1_000)).toBe(91);
    expect(tooSlowAt(999, 1_000, 20_000)).not.toBeNull();
  });

  it('may rest for the pause that is allowed, as a proxy does, and again after having caught up', () => {
    const meter = new PaceMeter(LIMITS);
    for (let rest = 0; rest < 20; rest += 1) {
      meter.waited(9_999);
      expect(meter.left).toBe(1);
      meter.took(10_000);
    }
    meter.waited(10_000);
    expect(meter.left).toBe(0);
  });

  it('gives no credit for more than one pause, however much was read before', () => {
    const meter = new PaceMeter(LIMITS);
    meter.took(1e9);
    expect(meter.left).toBe(10_000);
  });
});
