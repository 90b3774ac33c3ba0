import type { ServerResponse } from 'node:http';
import { PaceMeter, type PaceLimits } from './pace-meter';

/** Limits for clients that read a streamed file. */
export interface ReaderLimits extends PaceLimits {
  /** Longest duration of a download, from its first byte to its last. */
  readonly longestMs: number;
}

/** Why the response was aborted. */
export type Leaving = 'hung up' | 'too slow' | 'too long';

/** The client has disconnected, or was disconnected. */
export class ClientDisconnected extends Error {
  constructor(readonly leaving: Leaving) {
    super(leaving);
  }
}

/**
 * One client of a streamed body: waits for its throughput and for the source, and aborts when it disconnects, is
 * too slow or takes too long.
 */
export class Reading {
  private readonly meter: PaceMeter;
  private readonly longest: NodeJS.Timeout;
  private gone: ClientDisconnected | null = null;
  private giveUp: ((reason: ClientDisconnected) => void) | null = null;

  constructor(
    private readonly response: ServerResponse,
    limits: ReaderLimits,
  ) {
    this.meter = new PaceMeter(limits);
    // A connection also closes after the end, when nothing is pending.
    response.once('close', () => this.leave('hung up'));
    this.longest = setTimeout(() => this.leave('too long'), limits.longestMs);
  }

  /**
   * Resolves when the operating system has taken the part: only then may its memory be reused.
   * @throws ClientDisconnected
   */
  write(part: Uint8Array): Promise<void> {
    return this.waitedFor(
      part.byteLength,
      new Promise((resolve, reject) => {
        this.response.write(part, (error) => (error ? reject(new ClientDisconnected('hung up')) : resolve()));
      }),
    );
  }

  /** Ends the body. @throws ClientDisconnected */
  end(): Promise<void> {
    return this.waitedFor(
      0,
      new Promise((resolve) => {
        this.response.end(resolve);
      }),
    );
  }

  /**
   * Waits for something other than the client, unless the client disconnects meanwhile. `Promise.race` of the close
   * with each part would retain memory of every part until then.
   * @throws ClientDisconnected
   */
  unlessGone<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.giveUp = reject;
      work.then(resolve, reject);
      if (this.gone) reject(this.gone);
    });
  }

  /** Clears the timer; call it in every case. */
  close(): void {
    clearTimeout(this.longest);
  }

  /** Waits for the client to take some bytes, within its remaining allowance. */
  private async waitedFor(bytes: number, taking: Promise<void>): Promise<void> {
    const start = performance.now();
    const tooSlow = setTimeout(() => this.leave('too slow'), this.meter.left);
    try {
      await this.unlessGone(taking);
    } finally {
      clearTimeout(tooSlow);
      this.meter.waited(performance.now() - start);
    }
    this.meter.took(bytes);
  }

  private leave(leaving: Leaving): void {
    this.gone ??= new ClientDisconnected(leaving);
    this.giveUp?.(this.gone);
  }
}
