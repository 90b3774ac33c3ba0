import type { Core } from '@strapi/strapi';
import type { WarningContext, WarningsDeclaration } from 'strapi-plugin-accountability/declare';
import {
  completedAfterEnd,
  completedBeforeStart,
  completedWithoutResult,
  type StatusReport,
} from '../content-rules/warnings/completion';
import {
  commitmentsSharingCode,
  milestonesSharingCode,
  type CodedEntry,
} from '../content-rules/codes-in-use';
import { codeUsedTwice } from '../content-rules/warnings/codes';
import { languagesMissing, undeclaredLanguage } from '../content-rules/warnings/languages';
import { warningMessages } from '../content-rules/warnings/messages';
import { commentedOnNothing, parentMissing, reportSubjectMissing } from '../content-rules/warnings/orphans';
import type { ReportPeriod } from '../content-rules/warnings/report-period';
import {
  periodMissing,
  periodOutsideCommitment,
  publicationDateMissing,
  publishedLate,
  publishedTooEarly,
} from '../content-rules/warnings/reports';
import {
  datesMissing,
  endsAfter,
  startsBefore,
  type MaybeTimeframe,
} from '../content-rules/warnings/timeframes';
import type { ContentWarning } from '../content-rules/warnings/warning';
import { areCodesUnique } from '../settings/code-uniqueness';

/** Relations the site's warnings read of a document. */
interface Content {
  readonly timeframe?: MaybeTimeframe;
  readonly implementationStatus?: string | null;
  readonly actionPlan?: { readonly timeframe?: MaybeTimeframe } | null;
  readonly commitment?: { readonly timeframe?: MaybeTimeframe } | null;
  readonly progressReports?: readonly StatusReport[];
  readonly period?: ReportPeriod | null;
  readonly publishedOn?: string | null;
}

const WITH_TIMEFRAME = { select: ['id', 'documentId'], populate: { timeframe: true } };
const COMMITMENT_WITH_PLAN = {
  select: ['id', 'documentId'],
  populate: { timeframe: true, actionPlan: { select: ['id', 'documentId'] } },
};
const REPORTS = { select: ['id', 'implementationStatus'], populate: { period: true } };

const languages = (facts: WarningContext): ContentWarning[] => [
  ...undeclaredLanguage(Object.keys(facts.languages), facts.siteLanguages),
  ...languagesMissing(Object.keys(facts.languages), facts.siteLanguages),
];

const completion = (
  { timeframe, implementationStatus: status, progressReports = [] }: Content,
  facts: WarningContext,
): ContentWarning[] => [
  ...completedWithoutResult(
    status,
    Object.values(facts.languages).map(({ result }) => result as string | null),
  ),
  ...completedBeforeStart(status, timeframe, facts.today),
  ...completedAfterEnd(status, timeframe, progressReports),
];

/**
 * Target of a relation in any language: a link connects rows of one language, and that may lack the other document.
 */
const inAnyLanguage = (facts: WarningContext, relation: string): unknown =>
  Object.values(facts.languages).find((row) => row[relation])?.[relation];

/** Codes that block publishing. */
const asFaults = (warnings: readonly ContentWarning[]): ContentWarning[] =>
  warnings.map((warning) => ({ ...warning, isFault: true }));

/** Warns of a code shared in the scope in which it would be refused; where it is refused there is none. */
const sharedCode = async (
  others: (strapi: Core.Strapi, entry: CodedEntry) => Promise<readonly unknown[]>,
  facts: WarningContext,
  parent: 'actionPlan' | 'commitment',
  strapi: Core.Strapi,
): Promise<ContentWarning[]> =>
  areCodesUnique(process.env)
    ? []
    : codeUsedTwice(await others(strapi, { ...facts.document, [parent]: inAnyLanguage(facts, parent) }));

type Find = (
  content: Content,
  facts: WarningContext,
  strapi: Core.Strapi,
) => readonly ContentWarning[] | Promise<readonly ContentWarning[]>;

/** Declares the warnings of a content type that is not localized. */
const warningsOfOneLanguage = (
  contentType: string,
  populate: Readonly<Record<string, unknown>>,
  find: Find,
): WarningsDeclaration => ({
  contentType,
  populate,
  find: async (facts, strapi) =>
    (await find(facts.document, facts, strapi)).map((warning) => ({
      code: warning.code,
      path: warning.path,
      ...(warning.language && { language: warning.language }),
      ...(warning.isFault && { isFault: true }),
      messages: warningMessages(warning),
    })),
});

/** The same for a localized content type, with the warning of a missing language. */
const warningsOf = (
  contentType: string,
  populate: Readonly<Record<string, unknown>>,
  find: Find,
): WarningsDeclaration =>
  warningsOfOneLanguage(contentType, populate, async (content, facts, strapi) => [
    ...(await find(content, facts, strapi)),
    ...languages(facts),
  ]);

/**
 * Warnings about inconsistencies that real data contain and that block nothing: they are shown beside the form, and
 * listed for the whole site.
 */
export const warnings: readonly WarningsDeclaration[] = [
  warningsOf('api::action-plan.action-plan', { timeframe: true }, ({ timeframe }) => datesMissing(timeframe)),
  warningsOf(
    'api::commitment.commitment',
    { timeframe: true, actionPlan: WITH_TIMEFRAME, progressReports: REPORTS },
    async (content, facts, strapi) => [
      ...parentMissing('actionPlan', content.actionPlan),
      ...(await sharedCode(commitmentsSharingCode, facts, 'actionPlan', strapi)),
      ...datesMissing(content.timeframe),
      ...startsBefore('plan', content.timeframe, content.actionPlan?.timeframe),
      ...endsAfter('plan', content.timeframe, content.actionPlan?.timeframe),
      ...completion(content, facts),
    ],
  ),
  warningsOf(
    'api::milestone.milestone',
    { timeframe: true, commitment: COMMITMENT_WITH_PLAN, progressReports: REPORTS },
    async (content, facts, strapi) => [
      ...asFaults(parentMissing('commitment', inAnyLanguage(facts, 'commitment'))),
      ...(await sharedCode(milestonesSharingCode, facts, 'commitment', strapi)),
      ...datesMissing(content.timeframe),
      ...startsBefore('commitment', content.timeframe, content.commitment?.timeframe),
      ...endsAfter('commitment', content.timeframe, content.commitment?.timeframe),
      ...completion(content, facts),
    ],
  ),
  warningsOf(
    'api::progress-report.progress-report',
    { period: true, commitment: WITH_TIMEFRAME, milestone: { select: ['id'] } },
    ({ period, publishedOn, commitment }, facts) => [
      ...asFaults(
        reportSubjectMissing(inAnyLanguage(facts, 'commitment') ?? inAnyLanguage(facts, 'milestone')),
      ),
      ...asFaults(periodMissing(period)),
      ...publicationDateMissing(publishedOn),
      ...publishedTooEarly(publishedOn, period),
      ...publishedLate(publishedOn, period),
      ...periodOutsideCommitment(period, commitment?.timeframe),
    ],
  ),
  warningsOf('api::partner.partner', {}, () => []),
  warningsOf('api::theme.theme', {}, () => []),
  warningsOfOneLanguage('api::comment.comment', { commitment: { select: ['id'] } }, ({ commitment }) =>
    commentedOnNothing(commitment),
  ),
];
