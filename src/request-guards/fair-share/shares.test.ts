import { Shares, ShareExhausted, type Release } from './shares';

const LIMITS = { atOnce: 4, waiting: 5, maxWaitMs: 10_000 };

describe('shares of visitors', () => {
  let shares: Shares;
  /** Running requests, in the order of their start. */
  let running: { visitor: string; leave: Release }[];
  beforeEach(() => {
    jest.useFakeTimers({ advanceTimers: false });
    shares = new Shares(LIMITS);
    running = [];
  });
  afterEach(() => jest.useRealTimers());

  const ask = (visitor: string, gone?: AbortSignal) => {
    const go = shares.come(visitor);
    const turn = shares.enter(visitor, gone).then(
      (leave) =>
        void running.push({
          visitor,
          leave: (isExpensive) => {
            leave(isExpensive);
            go();
          },
        }),
      (error: Error) => {
        go();
        throw error;
      },
    );
    turn.catch(() => undefined);
    return turn;
  };
  const pass = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds);
  const atWork = (visitor: string) => running.filter((one) => one.visitor === visitor).length;
  /** Ends the oldest request of a visitor. */
  const end = async (visitor: string, isExpensive?: boolean) => {
    const index = running.findIndex((one) => one.visitor === visitor);
    running.splice(index, 1)[0]!.leave(isExpensive);
    await pass(0);
  };

  it('are wider with each quick request of a visitor who is alone, up to the limit', async () => {
    for (let count = 0; count < 6; count += 1) void ask('a');
    await pass(0);
    expect(atWork('a')).toBe(2);
    await end('a');
    expect(atWork('a')).toBe(3);
    await end('a');
    expect(atWork('a')).toBe(4);
    await end('a');
    expect(atWork('a')).toBe(3);
  });

  it('are one request wide after a long one, with a pause in which others are seen to have come', async () => {
    for (let count = 0; count < 4; count += 1) void ask('a');
    await pass(500);
    await end('a');
    expect(atWork('a')).toBe(1);
    await end('a');
    expect(atWork('a')).toBe(0);
    await pass(50);
    expect(atWork('a')).toBe(1);
  });

  it('are one request at a time with a rest as long, while others ask too', async () => {
    for (let count = 0; count < 4; count += 1) void ask('a');
    await pass(0);
    void ask('b');
    await pass(0);
    expect([atWork('a'), atWork('b')]).toEqual([2, 1]);
    await end('b');
    await end('a');
    await pass(100);
    await end('a');
    expect(atWork('a')).toBe(0);
    await pass(99);
    expect(atWork('a')).toBe(0);
    await pass(1);
    expect(atWork('a')).toBe(1);
  });

  it('let nobody rest who asks for one at a time, unless it is expensive', async () => {
    void ask('a');
    await pass(50);
    void ask('b');
    await pass(50);
    await end('b');
    void ask('b');
    await pass(0);
    expect(atWork('b')).toBe(1);
    await end('b', false);
    await end('a', true);
    void ask('a');
    await pass(99);
    expect(atWork('a')).toBe(0);
    await pass(1);
    expect(atWork('a')).toBe(1);
  });

  it('are for one at a time as soon as another one has come, whose turn may be far', async () => {
    const go = shares.come('b');
    for (let count = 0; count < 3; count += 1) void ask('a');
    await pass(1_000);
    expect(atWork('a')).toBe(1);
    await end('a');
    expect(atWork('a')).toBe(0);
    go();
    await pass(1_000);
    expect(atWork('a')).toBe(1);
  });

  it('are as wide again when nobody else has asked for a second', async () => {
    void ask('b');
    await pass(0);
    await end('b');
    for (let count = 0; count < 3; count += 1) void ask('a');
    await pass(0);
    expect(atWork('a')).toBe(1);
    await pass(1_000);
    await end('a');
    // Nobody else is present any more: a short pause, no rest.
    await pass(50);
    expect(atWork('a')).toBe(1);
    await end('a');
    expect(atWork('a')).toBe(1);
  });

  it('refuse what cannot wait, and what has waited too long', async () => {
    const turns = Array.from({ length: 2 + LIMITS.waiting }, () => ask('a'));
    await expect(ask('a')).rejects.toBeInstanceOf(ShareExhausted);
    const last = expect(turns.at(-1)).rejects.toMatchObject({ retryAfterSeconds: 5 });
    await pass(10_000);
    await last;
    expect(atWork('a')).toBe(2);
  });

  it('never start what nobody waits for', async () => {
    const gone = new AbortController();
    const turns = [ask('a'), ask('a'), ask('a', gone.signal), ask('a')];
    const left = expect(turns[2]).rejects.toThrow();
    gone.abort();
    await left;
    await end('a');
    expect(atWork('a')).toBe(2);
    await end('a');
    await end('a');
    expect(running).toEqual([]);
  });

  it('end once, and store only so many inactive visitors', async () => {
    for (let visitor = 0; visitor < 1_500; visitor += 1) {
      void ask(String(visitor));
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
      const { leave } = running.pop()!;
      leave();
    }
    const { shares: remembered, present } = shares as unknown as Record<string, Map<string, unknown>>;
    expect(remembered!.size).toBeLessThanOrEqual(1_000);
    expect(present!.size).toBe(0);
  });
});
