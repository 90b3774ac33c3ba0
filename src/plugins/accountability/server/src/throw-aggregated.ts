/**
 * Runs all checks, also after one that fails.
 * @throws Error with the messages of all that failed
 */
export function throwAggregated(checks: readonly (() => unknown)[]): void {
  const problems = checks.flatMap((check) => {
    try {
      check();
      return [];
    } catch (error) {
      return [(error as Error).message];
    }
  });
  if (problems.length > 0) throw new Error(problems.join('\n'));
}
