import type { Environment } from './environment';

/** Handling of duplicate codes in a plan: publishing is refused, or the form has a warning. */
const UNIQUENESS = ['refuse', 'warn'] as const;

export type CodeUniqueness = (typeof UNIQUENESS)[number];

export const isCodeUniqueness = (text: string): text is CodeUniqueness =>
  UNIQUENESS.includes(text as CodeUniqueness);

/** The setting `CODES_UNIQUE_IN_PLAN`: whether duplicate codes within a plan are refused. Default: they are. */
export const areCodesUnique = (env: Environment): boolean => env.CODES_UNIQUE_IN_PLAN !== 'warn';
