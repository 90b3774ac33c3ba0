/** After this time a claim is stale: the instance that held it is gone. */
export const CLAIM_MS = 10 * 60 * 1000;

const MINUTE_MS = 60 * 1000;
const MAX_WAIT_MS = 6 * 60 * MINUTE_MS;

type Time = string | number | Date | null | undefined;

/** State of a mail until it has been sent. */
export interface Claim {
  /** When an instance claimed it. */
  readonly claimedAt?: Time;
  /** Time of the next attempt. */
  readonly notBefore?: Time;
}

const msOf = (time: Time): number | null =>
  time === null || time === undefined ? null : new Date(time).getTime();

/** Whether a mail is unclaimed, and the time of its next attempt has come. Pure. */
export function isFree({ claimedAt, notBefore }: Claim, now: Date): boolean {
  const [claimed, wait] = [msOf(claimedAt), msOf(notBefore)];
  return (
    (claimed === null || now.getTime() - claimed >= CLAIM_MS) && (wait === null || wait <= now.getTime())
  );
}

/** Exponential backoff after failures: one minute, doubled each time, at most six hours. Pure. */
export const waitAfter = (failures: number): number =>
  Math.min(MINUTE_MS * 2 ** Math.max(0, failures - 1), MAX_WAIT_MS);
