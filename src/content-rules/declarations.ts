import type { IssueCode } from './issue';
import type { EntryRule, Rule } from './rule';
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
  /** Look at the entry alone. */
  entryRules: readonly EntryRule[];
  /** Look at other documents as well. */
  rules: readonly Rule[];
}

/** Validation rules of each content type. Inconsistencies that real data contain are warnings instead. */
export const CONTENT_RULES: Readonly<Record<string, ContentRules>> = {
  'api::action-plan.action-plan': {
    slugFrom: 'title',
    entryRules: [timeframeInOrder, webAddresses('sourceUrl', 'identifiers[].url')],
    rules: [ownSlug('title')],
  },
  'api::commitment.commitment': {
    slugFrom: 'title',
    entryRules: [timeframeInOrder, webAddresses('identifiers[].url')],
    rules: [ownSlug('title'), commitmentCodeUsedOnce, milestoneCodesFollow],
  },
  'api::milestone.milestone': {
    belongsTo: { anyOf: ['commitment'], code: 'commitment-required' },
    entryRules: [timeframeInOrder, continuesCommitmentCode, webAddresses('evidence[].url')],
    rules: [milestoneCodeUsedOnce],
  },
  'api::progress-report.progress-report': {
    belongsTo: { anyOf: ['commitment', 'milestone'], code: 'report-subject-required' },
    entryRules: [periodInOrder, publishedWithPeriod, webAddresses('evidence[].url')],
    rules: [],
  },
  'api::partner.partner': {
    slugFrom: 'name',
    entryRules: [webAddresses('website', 'identifiers[].url')],
    rules: [ownSlug('name')],
  },
  'api::theme.theme': { entryRules: [webAddresses('uri')], rules: [themeCodeUsedOnce] },
};
