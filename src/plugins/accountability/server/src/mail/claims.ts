/** After this long a claim is taken to be of an instance that is gone. */
export const CLAIM_MS = 10 * 60 * 1000;

const MINUTE_MS = 60 * 1000;
const LONGEST_WAIT_MS = 6 * 60 * MINUTE_MS;

type Time = string | number | Date | null | undefined;

/** What is kept of a mail until it has gone out. */
export interface Claim {
  /** Since when an instance has been sending it. */
  readonly claimedAt?: Time;
  /** Before which it is not tried again. */
  readonly notBefore?: Time;
}

const msOf = (time: Time): number | null =>
  time === null || time === undefined ? null : new Date(time).getTime();

/** Whether nobody is sending a mail at the moment, and its waiting time is over. Pure. */
export function isFree({ claimedAt, notBefore }: Claim, now: Date): boolean {
  const [claimed, wait] = [msOf(claimedAt), msOf(notBefore)];
  return (
    (claimed === null || now.getTime() - claimed >= CLAIM_MS) && (wait === null || wait <= now.getTime())
  );
}

/** How long to wait after so many failures: one minute, then twice as long each time, six hours at most. Pure. */
export const waitAfter = (failures: number): number =>
  Math.min(MINUTE_MS * 2 ** Math.max(0, failures - 1), LONGEST_WAIT_MS);
