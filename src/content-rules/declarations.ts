import type { IssueCode } from './issue';
import type { Rule } from './rule';
import {
  commitmentCodeUsedOnce,
  continuesCommitmentCode,
  milestoneCodesFollow,
  milestoneCodeUsedOnce,
  themeCodeUsedOnce,
} from './rules/codes';
import { periodInOrder, publishedWithPeriod, timeframeInOrder } from './rules/dates';
import { ownSlug } from './rules/slugs';
import { webAddresses } from './rules/web-addresses';

export interface ContentRules {
  /** The field from which a missing slug is generated; none where the type has no slug. */
  slugFrom?: string;
  /**
   * A published document requires a published parent in one of these attributes. Checked by
   * `parent-links/document-middleware.ts`, because a write to the parent can violate it as well.
   */
  belongsTo?: { anyOf: readonly string[]; code: IssueCode };
  rules: Rule[];
}

/** Validation rules of each content type. Inconsistencies that real data contain are warnings instead. */
export const CONTENT_RULES: Readonly<Record<string, ContentRules>> = {
  'api::action-plan.action-plan': {
    slugFrom: 'title',
    rules: [timeframeInOrder, ownSlug('title'), webAddresses('sourceUrl', 'identifiers[].url')],
  },
  'api::commitment.commitment': {
    slugFrom: 'title',
    rules: [
      timeframeInOrder,
      ownSlug('title'),
      commitmentCodeUsedOnce,
      milestoneCodesFollow,
      webAddresses('identifiers[].url'),
    ],
  },
  'api::milestone.milestone': {
    belongsTo: { anyOf: ['commitment'], code: 'commitment-required' },
    rules: [timeframeInOrder, continuesCommitmentCode, milestoneCodeUsedOnce, webAddresses('evidence[].url')],
  },
  'api::progress-report.progress-report': {
    belongsTo: { anyOf: ['commitment', 'milestone'], code: 'report-subject-required' },
    rules: [periodInOrder, publishedWithPeriod, webAddresses('evidence[].url')],
  },
  'api::partner.partner': {
    slugFrom: 'name',
    rules: [ownSlug('name'), webAddresses('website', 'identifiers[].url')],
  },
  'api::theme.theme': { rules: [themeCodeUsedOnce, webAddresses('uri')] },
};
