import type { Code } from './codes';

/** The steps of an assessment: how far a promise was kept. */
export interface AssessmentScale {
  /** What the setting `ASSESSMENT_SCALE` calls it. */
  readonly name: string;
  /** From the whole promise kept to nothing done, or the other way round, as the source has it. */
  readonly codes: readonly Code[];
  /** The step of a promise that was kept whole. */
  readonly whole: Code;
}

/** The scales a site can choose from, the default one first. */
export const ASSESSMENT_SCALES = [
  {
    // The Georgian government's own, as in its report of 2012-13.
    name: 'government',
    codes: [
      'fully-implemented',
      'mostly-implemented',
      'partially-implemented',
      'in-implementation',
      'not-implemented',
    ],
    whole: 'fully-implemented',
  },
  {
    // The completion of a commitment as the Open Government Partnership's self-assessments report it.
    name: 'ogp',
    codes: ['not-started', 'limited', 'substantial', 'completed'],
    whole: 'completed',
  },
  {
    // The completion as the results reports of its Independent Reporting Mechanism code it.
    name: 'irm',
    codes: ['no-evidence-available', 'not-started', 'limited', 'substantial', 'complete'],
    whole: 'complete',
  },
] as const satisfies readonly AssessmentScale[];
