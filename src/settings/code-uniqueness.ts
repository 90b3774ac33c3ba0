import type { Environment } from './environment';

/** What becomes of a code that stands twice in a plan: publishing is refused, or the form warns. */
const UNIQUENESS = ['refuse', 'warn'] as const;

export type CodeUniqueness = (typeof UNIQUENESS)[number];

export const isCodeUniqueness = (text: string): text is CodeUniqueness =>
  UNIQUENESS.includes(text as CodeUniqueness);

/** The setting `CODES_UNIQUE_IN_PLAN`: whether a code that is used twice within a plan is refused. Default: it is. */
export const areCodesUnique = (env: Environment): boolean => env.CODES_UNIQUE_IN_PLAN !== 'warn';
