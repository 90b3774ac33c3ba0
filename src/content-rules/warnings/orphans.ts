import type { ContentWarning, WarningCode } from './warning';

/** The words for each relation without which a document hangs in the air. */
const CODES = {
  actionPlan: 'plan-missing',
  commitment: 'commitment-missing',
} as const satisfies Record<string, WarningCode>;

/**
 * A document whose parent is not there: never chosen, deleted, or, for what is published, not published itself.
 * @param parent the document the relation leads to
 */
export const parentMissing = (relation: keyof typeof CODES, parent: unknown): ContentWarning[] =>
  parent ? [] : [{ code: CODES[relation], path: [relation] }];

/** A comment whose commitment is gone. */
export const commentedOnNothing = (commitment: unknown): ContentWarning[] =>
  commitment ? [] : [{ code: 'comment-without-commitment', path: ['commitment'] }];

/** A report of which nobody can say what it is about. @param subject its commitment or its milestone */
export const reportSubjectMissing = (subject: unknown): ContentWarning[] =>
  subject ? [] : [{ code: 'report-subject-missing', path: ['commitment'] }];
