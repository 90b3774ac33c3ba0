/** Steps of a public submission, in the order of their cost; each may throw a refusal. */
export interface SubmissionSteps<Proof, Written> {
  /** Counts the attempt against the rate limit, whatever its result. */
  readonly count: () => void;
  /** Checks lengths only. */
  readonly measure: () => void;
  /** Checks the proof of work. */
  readonly prove: () => Promise<Proof>;
  /** Cleans and validates. */
  readonly read: () => Written;
}

/**
 * Processes a submission to a public form: nothing costly happens before its rate, length and proof of work are
 * checked.
 */
export async function runSubmissionSteps<Proof, Written>({
  count,
  measure,
  prove,
  read,
}: SubmissionSteps<Proof, Written>): Promise<{ readonly proof: Proof; readonly written: Written }> {
  count();
  measure();
  const proof = await prove();
  return { proof, written: read() };
}
