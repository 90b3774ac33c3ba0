import type { ColumnDeclaration, LocalizedText } from 'strapi-plugin-accountability/declare';
import { TERMINAL_STATES } from '../workflows/implementation-states';
import { assessments, datePrecisions, implementationStatuses } from '../vocabularies';
import { word } from '../../words/word';

/** Properties of columns in linked data. */
export const TITLE = 'http://purl.org/dc/terms/title';
export const DESCRIPTION = 'http://purl.org/dc/terms/description';

/** What every dataset of an action plan's commitments is about. */
export const planKeywords: readonly LocalizedText[] = [
  word('keywords', 'open-government'),
  word('keywords', 'open-government-partnership'),
  word('keywords', 'accountability'),
];

/** Separator of a list's values in one CSV cell. */
export const CODES = '|';

export const idColumn: ColumnDeclaration = {
  name: 'id',
  type: 'string',
  source: 'documentId',
  propertyUrl: 'http://purl.org/dc/terms/identifier',
  labels: word('columns', 'id.label'),
  description: word('columns', 'id.description'),
};

export const codeColumn = (dataset: 'action-plans' | 'commitments' | 'milestones'): ColumnDeclaration => ({
  name: 'code',
  type: 'string',
  source: 'code',
  labels: word('columns', 'code.label'),
  description: word('columns', `${dataset}.code.description`),
});

export const slugColumn: ColumnDeclaration = {
  name: 'slug',
  type: 'string',
  source: 'slug',
  unique: true,
  labels: word('columns', 'slug.label'),
  description: word('columns', 'slug.description'),
};

export const identifiersColumn: ColumnDeclaration = {
  name: 'identifiers',
  type: 'string',
  source: 'identifiers.scheme:value',
  separator: CODES,
  labels: word('columns', 'identifiers.label'),
  description: word('columns', 'identifiers.description'),
};

/** Last of the columns, after `updated_at`: it came later, and columns keep their places. */
export const identifierUrlsColumn: ColumnDeclaration = {
  name: 'identifier_urls',
  type: 'string',
  source: 'identifiers.scheme:value:url',
  having: 'url',
  separator: CODES,
  labels: word('columns', 'identifier_urls.label'),
  description: word('columns', 'identifier_urls.description'),
};

export const precisionDescription = word('columns', 'precision.description');

export const timeframeColumns: readonly ColumnDeclaration[] = [
  {
    name: 'start_date',
    type: 'date',
    source: 'timeframe.startDate',
    labels: word('columns', 'start_date.label'),
    description: word('columns', 'start_date.description'),
  },
  {
    name: 'start_precision',
    type: 'enum',
    source: 'timeframe.startPrecision',
    values: datePrecisions,
    labels: word('columns', 'start_precision.label'),
    description: precisionDescription,
  },
  {
    name: 'end_date',
    type: 'date',
    source: 'timeframe.endDate',
    labels: word('columns', 'end_date.label'),
    description: word('columns', 'end_date.description'),
  },
  {
    name: 'end_precision',
    type: 'enum',
    source: 'timeframe.endPrecision',
    values: datePrecisions,
    labels: word('columns', 'end_precision.label'),
    description: precisionDescription,
  },
  {
    name: 'timeframe_note',
    type: 'text',
    source: 'timeframeNote',
    localized: true,
    labels: word('columns', 'timeframe_note.label'),
    description: word('columns', 'timeframe_note.description'),
  },
];

export const resultColumn = (dataset: 'commitments' | 'milestones'): ColumnDeclaration => ({
  name: 'result',
  type: 'text',
  source: 'result',
  localized: true,
  labels: word('columns', 'result.label'),
  description: word('columns', `${dataset}.result.description`),
});

/** Documents and pages that prove what is said; a line for each in CSV. */
export const evidenceColumn: ColumnDeclaration = {
  name: 'evidence',
  type: 'string',
  source: 'evidence.title:url',
  separator: '\n',
  labels: word('columns', 'evidence.label'),
  description: word('columns', 'evidence.description'),
};

export const overdueColumn: ColumnDeclaration = {
  name: 'overdue',
  type: 'boolean',
  source: 'timeframe.endDate:endPrecision',
  hasPassed: { unless: 'implementationStatus', isOneOf: TERMINAL_STATES },
  labels: word('columns', 'overdue.label'),
  description: word('columns', 'overdue.description'),
};

export const statusColumns: readonly ColumnDeclaration[] = [
  {
    name: 'implementation_status',
    type: 'enum',
    source: 'implementationStatus',
    values: implementationStatuses,
    labels: word('columns', 'implementation_status.label'),
    description: word('columns', 'implementation_status.description'),
  },
  {
    name: 'assessment',
    type: 'enum',
    source: 'assessment',
    values: assessments,
    labels: word('columns', 'assessment.label'),
    description: word('columns', 'assessment.description'),
  },
];

/** As stated by the responsible body; a document without it has null, not 0. */
export const progressColumn: ColumnDeclaration = {
  name: 'progress_percent',
  type: 'integer',
  source: 'progress',
  labels: word('columns', 'progress_percent.label'),
  description: word('columns', 'progress_percent.description'),
};

export const orderColumn: ColumnDeclaration = {
  name: 'order',
  type: 'integer',
  source: 'order',
  labels: word('columns', 'order.label'),
  description: word('columns', 'order.description'),
};

/** When the source was updated, beside the system's own `updated_at`. */
export const sourceDateColumns: readonly ColumnDeclaration[] = [
  {
    name: 'source_updated_on',
    type: 'date',
    source: 'sourceUpdatedOn',
    labels: word('columns', 'source_updated_on.label'),
    description: word('columns', 'source_updated_on.description'),
  },
  {
    name: 'source_recorded_at',
    type: 'datetime',
    source: 'sourceRecordedAt',
    labels: word('columns', 'source_recorded_at.label'),
    description: word('columns', 'source_recorded_at.description'),
  },
];

export const updatedAtColumn: ColumnDeclaration = {
  name: 'updated_at',
  type: 'datetime',
  source: 'updatedAt',
  required: true,
  propertyUrl: 'http://purl.org/dc/terms/modified',
  labels: word('columns', 'updated_at.label'),
  description: word('columns', 'updated_at.description'),
};

interface OrganisationColumns {
  /** Prefix of the column names: `lead_agency_ids`, `lead_agency_names`, `lead_agency_name_languages`. */
  readonly name: 'lead_agency' | 'responsible_agency' | 'partner';
  /** Attribute of the relation. */
  readonly relation: string;
}

/**
 * Parallel columns for a list of organisations: their ids, their names, and the languages of these, such as
 * lead_agency_ids, lead_agency_names and lead_agency_name_languages.
 */
export const organisationColumns = ({
  name,
  relation,
}: OrganisationColumns): readonly ColumnDeclaration[] => [
  {
    name: `${name}_ids`,
    type: 'string',
    source: `${relation}.documentId`,
    references: { dataset: 'partners', column: 'id' },
    separator: CODES,
    labels: word('columns', `${name}_ids.label`),
    description: word('columns', `${name}_ids.description`),
  },
  {
    name: `${name}_names`,
    type: 'string',
    source: `${relation}.name`,
    localized: true,
    separator: CODES,
    labels: word('columns', `${name}_names.label`),
    description: word('columns', `${name}_names.description`),
  },
  {
    name: `${name}_name_languages`,
    type: 'string',
    source: `${relation}.name`,
    localized: true,
    gives: 'language',
    separator: CODES,
    filterable: false,
    labels: word('columns', `${name}_name_languages.label`),
    description: word('columns', `${name}_name_languages.description`),
  },
];

export const partnerColumns = organisationColumns({ name: 'partner', relation: 'partners' });
