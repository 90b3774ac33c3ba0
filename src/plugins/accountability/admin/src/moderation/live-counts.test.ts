import { liveCounts } from './live-counts';
import type { QueueCounts } from '../../../shared/moderation-contract';

const EVERY = 1000;
const IDLE_AFTER = 100 * EVERY;

function countsInEnvironment() {
  let hidden = false;
  let shown: (() => void) | null = null;
  let used: (() => void) | null = null;
  const counts = liveCounts(
    { everyMs: EVERY, idleAfterMs: IDLE_AFTER },
    {
      isHidden: () => hidden,
      onShown: (listener) => {
        shown = listener;
        return () => {
          shown = null;
        };
      },
      onUsed: (listener) => {
        used = listener;
        return () => {
          used = null;
        };
      },
      now: () => Date.now(),
    },
  );
  let waiting = 0;
  const ask = jest.fn((): Promise<QueueCounts> =>
    Promise.resolve({ states: {}, reported: 0, waiting: (waiting += 1) }),
  );
  return {
    counts,
    ask,
    hide: () => {
      hidden = true;
    },
    show: () => {
      hidden = false;
      shown?.();
    },
    use: () => used?.(),
    isListening: () => shown !== null || used !== null,
  };
}
const pass = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('live counts', () => {
  it('are asked for at once and again after a while, and notify subscribers', async () => {
    const { counts, ask } = countsInEnvironment();
    const listener = jest.fn();
    counts.subscribe(listener);
    expect(counts.read()).toBeNull();
    counts.keep(ask);
    await pass(0);
    expect(counts.read()).toMatchObject({ waiting: 1 });
    await pass(EVERY);
    expect(counts.read()).toMatchObject({ waiting: 2 });
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it('pause while the page is hidden, and are asked for when it is shown', async () => {
    const { counts, ask, hide, show } = countsInEnvironment();
    counts.keep(ask);
    hide();
    await pass(10 * EVERY);
    expect(ask).toHaveBeenCalledTimes(1);
    show();
    await pass(0);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('pause when nobody has been at the page for long, and are asked for as soon as somebody is', async () => {
    const { counts, ask, use } = countsInEnvironment();
    counts.keep(ask);
    await pass(IDLE_AFTER);
    const whileUsed = ask.mock.calls.length;
    expect(whileUsed).toBe(IDLE_AFTER / EVERY);
    await pass(10 * IDLE_AFTER);
    expect(ask).toHaveBeenCalledTimes(whileUsed);
    use();
    use();
    await pass(0);
    expect(ask).toHaveBeenCalledTimes(whileUsed + 1);
    await pass(EVERY);
    expect(ask).toHaveBeenCalledTimes(whileUsed + 2);
  });

  it('go on for as long as somebody does something now and then', async () => {
    const { counts, ask, use } = countsInEnvironment();
    counts.keep(ask);
    for (let time = 0; time < 5; time += 1) {
      await pass(IDLE_AFTER - EVERY);
      use();
    }
    const before = ask.mock.calls.length;
    await pass(EVERY);
    expect(ask).toHaveBeenCalledTimes(before + 1);
  });

  it('are not requested again by each subscriber, and pause without one', async () => {
    const { counts, ask, isListening } = countsInEnvironment();
    const ends = [counts.keep(ask), counts.keep(ask)];
    await pass(0);
    expect(ask).toHaveBeenCalledTimes(1);
    ends.forEach((end) => end());
    expect(isListening()).toBe(false);
    await pass(10 * EVERY);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('stay as they were where a question fails', async () => {
    const { counts, ask } = countsInEnvironment();
    counts.keep(ask);
    await pass(0);
    ask.mockRejectedValueOnce(new Error('offline'));
    await counts.refresh();
    expect(counts.read()).toMatchObject({ waiting: 1 });
    await counts.refresh();
    expect(counts.read()).toMatchObject({ waiting: 2 });
  });
});
