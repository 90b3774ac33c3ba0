import type { ContentWarning, WarningCode } from './warning';

/** The code for each required relation. */
const CODES = {
  actionPlan: 'plan-missing',
  commitment: 'commitment-missing',
} as const satisfies Record<string, WarningCode>;

/**
 * A document without its parent: never set, deleted, or, for a published document, not published.
 * @param parent the relation's target
 */
export const parentMissing = (relation: keyof typeof CODES, parent: unknown): ContentWarning[] =>
  parent ? [] : [{ code: CODES[relation], path: [relation] }];

/** A comment whose commitment was deleted. */
export const commentedOnNothing = (commitment: unknown): ContentWarning[] =>
  commitment ? [] : [{ code: 'comment-without-commitment', path: ['commitment'] }];

/**
 * A report without a subject.
 * @param subject its commitment or its milestone
 */
export const reportSubjectMissing = (subject: unknown): ContentWarning[] =>
  subject ? [] : [{ code: 'report-subject-missing', path: ['commitment'] }];
