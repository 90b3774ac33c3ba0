/** Minimum throughput of a client. */
export interface PaceLimits {
  /** The minimum, on average. */
  readonly bytesPerSecond: number;
  /** Longest pause, and the time over which the average is taken. */
  readonly pauseMs: number;
}

/**
 * Measures whether a client keeps the minimum throughput, as a leaky bucket of time: waiting for the client uses up
 * its allowance, each byte it takes returns some of it, up to the longest pause. Only time spent waiting for the
 * client counts, so that nobody is disconnected for a slow database.
 */
export class PaceMeter {
  private allowance: number;

  constructor(private readonly limits: PaceLimits) {
    this.allowance = limits.pauseMs;
  }

  /** Remaining allowance in milliseconds; 0 for a client that is too slow. */
  get left(): number {
    return this.allowance;
  }

  /** Counts time spent waiting for the client. */
  waited(milliseconds: number): void {
    this.allowance = Math.max(0, this.allowance - milliseconds);
  }

  /** Counts bytes the client has taken. */
  took(bytes: number): void {
    const { bytesPerSecond, pauseMs } = this.limits;
    this.allowance = Math.min(pauseMs, this.allowance + (bytes / bytesPerSecond) * 1000);
  }
}
