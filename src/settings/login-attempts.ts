const STANDARD = 60;
const MOST = 100_000;

/** Whether a setting's text is a number of attempts, 0 for any number. */
export const isAttemptCount = (text: string): boolean => /^\d{1,6}$/.test(text) && Number(text) <= MOST;

/** The number of attempts one address has at the doors of the panel; the standard one where none is set. */
export const attemptsOrDefault = (text: string | undefined): number =>
  text && isAttemptCount(text) ? Number(text) : STANDARD;
