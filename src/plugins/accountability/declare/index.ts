export { jsonContent, responseRefs, schemaRef, type DescribeApi } from '../server/src/catalogue/openapi/part';
export {
  defineDataset,
  type ColumnDeclaration,
  type ColumnValue,
  type DatasetDeclaration,
  type LocalizedText,
} from '../server/src/datasets/declaration';
export type { FeedsConfig, FeedsDeclaration } from '../server/src/feeds/config';
export type { FollowDeclaration } from '../server/src/follow/config';
export type { ImportsDeclaration } from '../server/src/import/config';
export {
  defineImport,
  type ImportColumn,
  type ImportMapping,
  type StateTable,
} from '../server/src/import/mapping/declaration';
export type { GenericColumn, GenericSettings, GenericTable } from '../server/src/import/mapping/generic';
export type { AttributeValue, ImportDocument } from '../server/src/import/plan/import-document';
export type {
  ImportRules,
  RuledDocument,
  RuleProblem,
  StartImportRules,
} from '../server/src/import/plan/rules';
export { parseCommentsConfig } from '../server/src/moderation/config';
export { defineComments } from '../server/src/moderation/definition';
export {
  type SearchDeclaration,
  type SearchKind,
  type SearchLanguage,
  type SearchPlace,
} from '../server/src/search/declaration';
export type { SummaryDimension, SummaryTable } from '../server/src/summary/config';
export { defineVocabulary, type VocabularyDeclaration } from '../server/src/vocabularies/declaration';
export type { WarningContext, WarningsDeclaration } from '../server/src/warnings/declaration';
export {
  defineWorkflow,
  type GuardDeclaration,
  type StateDeclaration,
  type TransitionDeclaration,
  type TransitionField,
  type WorkflowDeclaration,
} from '../server/src/workflow/definition';
export {
  allRelatedIn,
  endDatePassed,
  hasField,
  hasPublishedVersion,
} from '../server/src/workflow/shipped-guards';
