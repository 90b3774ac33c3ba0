/** What is done with something anybody may send, dearer from step to step; each may refuse it by throwing. */
export interface SubmissionSteps<Proof, Written> {
  /** Counts the attempt, before anybody knows what becomes of it. */
  readonly count: () => void;
  /** Looks at lengths alone. */
  readonly measure: () => void;
  /** Checks the proof of work. */
  readonly prove: () => Promise<Proof>;
  /** Cleans and validates. */
  readonly read: () => Written;
}

/**
 * Takes in what was sent to a public form: nothing costly happens to it before its rate, its length and its proof are
 * known.
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
