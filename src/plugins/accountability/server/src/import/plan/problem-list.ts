import type { ImportProblem } from '../problem';

/** Problems that are kept to be shown; the others are counted. */
export const MAX_PROBLEMS = 1_000;

/** Collects problems in bounded memory. */
export class ProblemList {
  readonly kept: ImportProblem[] = [];
  errors = 0;
  warnings = 0;
  /** Called with every one of them. */
  onAdd?: (problem: ImportProblem) => void;

  add(problem: ImportProblem): void {
    this.onAdd?.(problem);
    if (problem.severity === 'error') this.errors += 1;
    else this.warnings += 1;
    if (this.kept.length < MAX_PROBLEMS) {
      this.kept.push(problem);
      return;
    }
    // An error goes before a warning that was found earlier.
    const at =
      problem.severity === 'error' ? this.kept.map(({ severity }) => severity).lastIndexOf('warning') : -1;
    if (at >= 0) this.kept[at] = problem;
  }
}
