import { Freshness, STALE_SECONDS } from './freshness';

describe('whether an older page is served', () => {
  const seen = (lastChange: number) => ({ text: String(lastChange), lastChange });
  const watched = () => {
    const clock = { now: 1_000_000 };
    return { clock, freshness: new Freshness(() => clock.now) };
  };

  it('is never asked while content is edited in the ordinary way: readers wait for the current one', () => {
    const { clock, freshness } = watched();
    for (let version = 0; version < 30; version += 1) {
      freshness.see(seen(version));
      clock.now += 200;
    }
    expect(freshness.isBusy).toBe(false);
    expect(freshness.isRecent(clock.now)).toBe(false);
    expect(freshness.timeoutMs).toBe(2_000);
  });

  it('is served at once, once a second, while many documents are written; and not a second after the last', () => {
    const { clock, freshness } = watched();
    for (let version = 0; version < 30; version += 1) {
      freshness.see(seen(version));
      clock.now += 20;
    }
    expect(freshness.isBusy).toBe(true);
    expect(freshness.isRecent(clock.now - 900)).toBe(true);
    expect(freshness.isRecent(clock.now - 1_100)).toBe(false);
    expect(freshness.timeoutMs).toBe(20);
    clock.now += 1_000;
    expect(freshness.isBusy).toBe(false);
  });

  it('is served at once for some seconds after an import, which is one version with thousands of changes', () => {
    const { clock, freshness } = watched();
    freshness.see(seen(7_000));
    expect(freshness.timeoutMs).toBe(2_000);
    clock.now += 10_000;
    freshness.see(seen(8_001));
    expect(freshness.isBusy).toBe(false);
    expect(freshness.timeoutMs).toBe(20);
    clock.now += 4_999;
    expect(freshness.timeoutMs).toBe(20);
    clock.now += 1;
    expect(freshness.timeoutMs).toBe(2_000);
    freshness.see(seen(9_001));
    expect(freshness.timeoutMs).toBe(2_000);
  });

  it('is served at once at the same rate of writing where few ask for pages', () => {
    const { clock, freshness } = watched();
    for (let visit = 0; visit < 4; visit += 1) {
      freshness.see(seen(visit * 12));
      clock.now += 240;
    }
    expect(freshness.isBusy).toBe(true);
  });

  it('is not asked after one save that changes many documents, such as a new order', () => {
    const { clock, freshness } = watched();
    for (const lastChange of [10, 11, 12, 52]) {
      freshness.see(seen(lastChange));
      clock.now += 600;
    }
    clock.now += 10_000;
    freshness.see(seen(53));
    freshness.see(seen(93));
    expect(freshness.isBusy).toBe(false);
  });

  it('does not count a version that is seen again', () => {
    const { freshness } = watched();
    for (let visit = 0; visit < 30; visit += 1) freshness.see(seen(1));
    expect(freshness.isBusy).toBe(false);
  });

  it('ends with its age', () => {
    const { clock, freshness } = watched();
    expect(freshness.isUsable(clock.now - STALE_SECONDS * 1_000 + 1)).toBe(true);
    expect(freshness.isUsable(clock.now - STALE_SECONDS * 1_000)).toBe(false);
  });
});
