import { liveCounts } from './live-counts';
import type { QueueCounts } from '../../../shared/moderation-contract';

const EVERY = 1000;

function surrounded() {
  let hidden = false;
  let shown: (() => void) | null = null;
  const counts = liveCounts(EVERY, {
    isHidden: () => hidden,
    onShown: (listener) => {
      shown = listener;
      return () => {
        shown = null;
      };
    },
    now: () => Date.now(),
  });
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
    isListening: () => shown !== null,
  };
}
const pass = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('live counts', () => {
  it('are asked for at once and again after a while, and tell who listens', async () => {
    const { counts, ask } = surrounded();
    const told = jest.fn();
    counts.subscribe(told);
    expect(counts.read()).toBeNull();
    counts.keep(ask);
    await pass(0);
    expect(counts.read()).toMatchObject({ waiting: 1 });
    await pass(EVERY);
    expect(counts.read()).toMatchObject({ waiting: 2 });
    expect(told).toHaveBeenCalledTimes(2);
  });

  it('rest while the page is hidden, and are asked for when it is shown', async () => {
    const { counts, ask, hide, show } = surrounded();
    counts.keep(ask);
    hide();
    await pass(10 * EVERY);
    expect(ask).toHaveBeenCalledTimes(1);
    show();
    await pass(0);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('are not asked for anew by each who keeps them, and rest when nobody does', async () => {
    const { counts, ask, isListening } = surrounded();
    const ends = [counts.keep(ask), counts.keep(ask)];
    await pass(0);
    expect(ask).toHaveBeenCalledTimes(1);
    ends.forEach((end) => end());
    expect(isListening()).toBe(false);
    await pass(10 * EVERY);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('stay as they were where a question fails', async () => {
    const { counts, ask } = surrounded();
    counts.keep(ask);
    await pass(0);
    ask.mockRejectedValueOnce(new Error('offline'));
    await counts.refresh();
    expect(counts.read()).toMatchObject({ waiting: 1 });
    await counts.refresh();
    expect(counts.read()).toMatchObject({ waiting: 2 });
  });
});
