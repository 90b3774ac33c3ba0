/** What is asked of a reader's pace. */
export interface PaceLimits {
  /** The least pace, on average. */
  readonly bytesPerSecond: number;
  /** How long a reader may take nothing, and over how long the average is taken. */
  readonly pauseMs: number;
}

/**
 * Measures whether a reader keeps the least pace, as a leaky bucket of time: waiting for the reader uses up its
 * allowance, each byte it takes gives some of it back, up to the pause it may make. Only time in which the reader is
 * the one who is waited for counts, so that nobody is cut off for a slow database.
 */
export class PaceMeter {
  private allowance: number;

  constructor(private readonly limits: PaceLimits) {
    this.allowance = limits.pauseMs;
  }

  /** How long the reader may still be waited for, in milliseconds; 0 for one that is too slow. */
  get left(): number {
    return this.allowance;
  }

  /** The reader was waited for. */
  waited(milliseconds: number): void {
    this.allowance = Math.max(0, this.allowance - milliseconds);
  }

  /** The reader has taken bytes. */
  took(bytes: number): void {
    const { bytesPerSecond, pauseMs } = this.limits;
    this.allowance = Math.min(pauseMs, this.allowance + (bytes / bytesPerSecond) * 1000);
  }
}
