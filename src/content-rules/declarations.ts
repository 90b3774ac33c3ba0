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
  /** The field an empty slug is made from; none where the type has no slug. */
  slugFrom?: string;
  /**
   * What a published document cannot be without: one published parent in any of these attributes. Checked by
   * `parent-links/document-middleware.ts`, because a write to the parent can break it as well.
   */
  belongsTo?: { anyOf: readonly string[]; code: IssueCode };
  /** Look at the entry alone. */
  entryRules: readonly EntryRule[];
  /** Look at other documents as well. */
  rules: readonly Rule[];
}

/** What each content type refuses. What real data breaks is not here: it is a warning. */
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
