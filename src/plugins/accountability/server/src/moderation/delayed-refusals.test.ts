import { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { responseDelay, delayRefusal, MAX_HELD } from './delayed-refusals';

/** A request whose client can disconnect. */
function request() {
  const socket = Object.assign(new EventEmitter(), { destroyed: false });
  return { socket, message: { socket } as unknown as IncomingMessage };
}

describe('answers that are held', () => {
  it('get out at no more than about a hundred a second, however many wait', () => {
    for (const others of [0, 1, 20, 200, MAX_HELD - 1]) {
      expect(((others + 1) * 1000) / responseDelay(others)).toBeLessThanOrEqual(101);
    }
    expect(responseDelay(MAX_HELD)).toBe(0);
  });

  it('wait longer beside others, and not at all where nobody waits for them', async () => {
    jest.useFakeTimers();
    try {
      const ended: string[] = [];
      const senders = [request(), request(), request()];
      const running = senders.map(({ message }, number) =>
        delayRefusal(message).then(() => ended.push(String(number))),
      );
      senders[2]?.socket.emit('close');
      await jest.advanceTimersByTimeAsync(0);
      expect(ended).toEqual(['2']);
      await jest.advanceTimersByTimeAsync(responseDelay(0));
      expect(ended).toEqual(['2', '0']);
      await jest.advanceTimersByTimeAsync(responseDelay(1) - responseDelay(0));
      expect(ended).toEqual(['2', '0', '1']);
      await Promise.all(running);
      expect(senders.map(({ socket }) => socket.listenerCount('close'))).toEqual([0, 0, 0]);
      expect(jest.getTimerCount()).toBe(0);

      const gone = request();
      gone.socket.destroyed = true;
      await delayRefusal(gone.message);
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });
});
