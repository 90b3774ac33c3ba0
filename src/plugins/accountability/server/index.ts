export { isDatabaseUnavailable } from './src/database/database-errors';
export { derivedId } from './src/database/derived-id';
export { CONTENT_LOCK, takeLock } from './src/database/exclusive-lock';
export { foldEveryAlphabet, type FunctionRegistry } from './src/database/letter-case';
export { inTransaction } from './src/database/transaction';
export { metadataLookup, openDataConfig } from './src/datasets/settings';
export {
  endsBeforeStart,
  normaliseTimeframe,
  periodOf,
  type Precision,
  type Timeframe,
} from './src/dates/partial-date';
export { partialDateInWords } from './src/dates/partial-date-in-words';
export { dayIn, isTimeZone, siteDay } from './src/dates/site-day';
export { CODINGS, type Coding } from './src/export/compress';
export { OWN_READING } from './src/export/concurrency-limit';
export type { JoinTable } from './src/export/source/metadata';
export { applicationVersion } from './src/http/application-version';
export { beforeActions } from './src/http/before-actions';
export type { FollowFault } from './src/follow/follow-form';
export type { FollowService } from './src/follow/service';
export { entityTag, isNotModified } from './src/http/conditional';
export { respondTo, withErrorResponses } from './src/http/error-responses';
export { isHost, ownOrigin } from './src/http/host';
export { inheritedNames, inheritedValues } from './src/http/inherited-names';
export { isAtOrBelow, withoutEndSlash } from './src/http/paths';
export { ProblemError } from './src/http/problem-details';
export { respondWithProblem } from './src/http/problem-responses';
export { strapiErrorBody, type ErrorStatus } from './src/http/strapi-error';
export { siteUrl } from './src/http/site-url';
export { siteVersion, type SiteVersion } from './src/http/site-version';
export { requestLanguage, type Language } from './src/languages/request-language';
export { isMailAddress } from './src/mail/mail-address';
export { BLOCKS, HIDDEN } from './src/markup/elements';
export { oneLine } from './src/markup/one-line';
export { plainTitle } from './src/markup/plain-title';
export { attributeOf, tagAt, type Tag } from './src/markup/tag-at';
export { withoutHidden } from './src/markup/tokens';
export { networkOf } from './src/moderation/address-key';
export { answerRefusal } from './src/moderation/error-response';
export { FixedWindowCounter } from './src/moderation/fixed-window-counter';
export { countAttempt, refuseIfTriedTooOften } from './src/moderation/form-rate-limit';
export { commentAttributes } from './src/moderation/add-attributes';
export { checkCommentsModels, type CommentsModel } from './src/moderation/model-check';
export { RHYTHMS, type Rhythm } from './src/moderation/notices/digest-schedule';
export { importFormPaths } from './src/import/jobs/routes';
export { READ_IMPORTS, RUN_IMPORTS, SAVE_MAPPINGS, UNDO_IMPORTS } from './src/import/permissions';
export { ANSWER_OFFICIALLY, ERASE_AUTHOR, READ_QUEUE } from './src/moderation/queue/permissions';
export { Refusal } from './src/moderation/refusal';
export { READ_OPEN_DATA_PAGE } from './src/open-data-panel/permissions';
export { READ_RELEASES } from './src/releases/permissions';
export { findDocuments, type FoundDocuments } from './src/search/find-documents';
export { searchDocuments, type SearchAnswer } from './src/search/search-documents';
export type { FoundDocument } from './src/search/show-documents';
export { tokenActor } from './src/workflow/actors';
export { changedDrafts, type SubjectRow } from './src/workflow/document-state';
export { permissionOf } from './src/workflow/permissions';
export { READ } from './src/workflow/read-permission';
export { workflowConfig, workflowsOf } from './src/workflow/registry';
export { titleField, titlesOf } from './src/workflow/titles';
export { STATUS_CHANGE } from './src/workflow/uids';
export { dateInWords, type PeriodWord } from '../shared/date-in-words';
export { FIRST_YEAR, LAST_YEAR, dayFault, type DayFault } from '../shared/iso-day';
export { formatMessage, type MessageValues } from './src/languages/message-format';
export { fallbackChain, FALLBACK_LANGUAGE, textIn } from './src/languages/localized-text';
export { acceptedLanguage, localizedMessage } from './src/languages/request-language';
export type { LocalizedMessage } from '../shared/localized-text';
export {
  languageCodes,
  languageName,
  siteLanguage,
  siteLanguages,
  type SiteLanguage,
} from './src/languages/site-languages';
export { type KeyOf, readWords, type SectionWords, type WordTree, Words } from './src/languages/words';
export { sentenceCase } from './src/languages/sentence-case';
