import { plainTitle } from 'strapi-plugin-accountability/server';
import { LANGUAGES, oneLineTexts, type Language, type Texts } from '../languages';
import type { Rating, Report } from './commitment-details';
import type { StatusMove } from './known-states';

/** A time frame; each date is the first day of a period of its precision. */
export interface Timeframe {
  readonly startDate: string | null;
  readonly startPrecision: string | null;
  readonly endDate: string | null;
  readonly endPrecision: string | null;
  /** The source's wording, where it says more than dates. */
  readonly note: Texts;
}

/** Data shared by commitments and milestones. */
interface Promised {
  readonly id: string;
  readonly code: string | null;
  readonly title: Texts;
  readonly status: string | null;
  readonly assessment: string | null;
  readonly isOverdue: boolean;
  /** Progress in percent, as stated by the responsible body. */
  readonly progressPercent: number | null;
  readonly timeframe: Timeframe;
  readonly order: number | null;
}

export interface Commitment extends Promised {
  readonly slug: string | null;
  readonly planId: string | null;
  readonly leadIds: readonly string[];
  readonly partnerIds: readonly string[];
  readonly ogpValues: readonly string[];
  readonly sdgs: readonly string[];
  readonly policyAreas: readonly string[];
  /** When the record last changed. */
  readonly updatedAt: string;
  /** ISO day of the source's last update; null once it has been changed here. */
  readonly sourceUpdatedOn: string | null;
}

export interface Milestone extends Promised {
  readonly commitmentId: string | null;
  readonly responsibleIds: readonly string[];
  readonly partnerIds: readonly string[];
}

/** A report as lists of several commitments show it: without its texts. */
export interface ListedReport extends Pick<
  Report,
  'id' | 'period' | 'status' | 'assessment' | 'milestoneId' | 'publishedOn' | 'ratings'
> {
  readonly commitmentId: string | null;
  /** When the record last changed. */
  readonly updatedAt: string;
}

export interface Organisation {
  readonly id: string;
  readonly slug: string | null;
  readonly name: Texts;
  readonly acronym: Texts;
  readonly kind: string | null;
  readonly website: string | null;
  readonly description: Texts;
}

export interface Plan {
  readonly id: string;
  readonly slug: string | null;
  readonly title: Texts;
  readonly jurisdiction: Texts;
  readonly scope: string | null;
  readonly timeframe: Timeframe;
  readonly description: Texts;
  readonly sourceUrl: string | null;
}

export interface Theme {
  readonly scheme: string;
  readonly code: string;
  readonly name: Texts;
}

/** A row of a dataset as NDJSON. */
export type Row = Readonly<Record<string, unknown>>;

/** Columns of a localized attribute, by language: without suffix on a site of one language. */
export const localizedColumns = (column: string): [Language, string][] =>
  LANGUAGES.map((language) => [language, LANGUAGES.length > 1 ? `${column}_${language}` : column]);

const textOf = (row: Row, column: string): string | null => (row[column] as string | null) ?? null;
const listOf = (row: Row, column: string): readonly string[] => (row[column] as string[] | null) ?? [];

/** Columns of a localized multi-line text, unchanged. */
const textsOf = (row: Row, column: string): Texts =>
  Object.fromEntries(localizedColumns(column).map(([language, name]) => [language, textOf(row, name)]));

/** Columns of a localized single-line text, without HTML. */
const linesOf = (row: Row, column: string): Texts => oneLineTexts(textsOf(row, column));

const timeframeOf = (row: Row): Timeframe => ({
  startDate: textOf(row, 'start_date'),
  startPrecision: textOf(row, 'start_precision'),
  endDate: textOf(row, 'end_date'),
  endPrecision: textOf(row, 'end_precision'),
  note: linesOf(row, 'timeframe_note'),
});

const promisedOf = (row: Row): Promised => ({
  id: row.id as string,
  code: textOf(row, 'code'),
  title: linesOf(row, 'title'),
  status: textOf(row, 'implementation_status'),
  assessment: textOf(row, 'assessment'),
  isOverdue: row.overdue === true,
  progressPercent: (row.progress_percent as number | null) ?? null,
  timeframe: timeframeOf(row),
  order: (row.order as number | null) ?? null,
});

/** When a commitment was last updated: an ISO day of its source, or a time here. Both compare as text. */
export const lastUpdate = ({
  sourceUpdatedOn,
  updatedAt,
}: Pick<Commitment, 'sourceUpdatedOn' | 'updatedAt'>): string => sourceUpdatedOn ?? updatedAt;

/**
 * The source's day applies to what has not been changed here since it was imported. Datasets have times to the
 * second: a change in the very second of the publication counts as part of it.
 */
function sourceDayOf(row: Row): string | null {
  const [updated, recorded] = [textOf(row, 'updated_at'), textOf(row, 'source_recorded_at')];
  if (updated === null || recorded === null || new Date(updated) > new Date(recorded)) return null;
  return textOf(row, 'source_updated_on');
}

function periodOf(row: Row): Report['period'] {
  const kind = textOf(row, 'period_kind');
  if (kind === null) return null;
  return {
    kind,
    year: (row.period_year as number | null) ?? null,
    start: textOf(row, 'period_start'),
    end: textOf(row, 'period_end'),
  };
}

/** A rating of the column `ratings`: its scheme, its code or nothing, and its words, which may have colons. */
function ratingOf(text: string): Rating {
  const [scheme = '', code = '', ...value] = text.split(':');
  return { scheme, code: code === '' ? null : code, value: plainTitle(value.join(':')) };
}

const TIMEFRAME = ['start_date', 'start_precision', 'end_date', 'end_precision', 'timeframe_note'];
const PROMISED = [
  'id',
  'code',
  'title',
  'implementation_status',
  'assessment',
  'overdue',
  'progress_percent',
  'order',
  ...TIMEFRAME,
];

/** Beginning of a theme with its scheme. */
const POLICY_AREA = 'policy-area:';

/** How a dataset's rows are read: its columns, and the conversion of a row. */
export interface Reading<T> {
  readonly dataset: string;
  /** Localized columns, without language suffix. */
  readonly columns: readonly string[];
  readonly record: (row: Row) => T;
}

/** Columns that exist in each language. */
export const LOCALIZED = ['title', 'name', 'acronym', 'description', 'jurisdiction', 'timeframe_note'];

export const READINGS = {
  commitments: {
    dataset: 'commitments',
    columns: [
      ...PROMISED,
      ...[
        'slug',
        'action_plan_id',
        'lead_agency_ids',
        'partner_ids',
        'ogp_values',
        'sdgs',
        'themes',
        'updated_at',
      ],
      ...['source_updated_on', 'source_recorded_at'],
    ],
    record: (row) => ({
      ...promisedOf(row),
      slug: textOf(row, 'slug'),
      planId: textOf(row, 'action_plan_id'),
      leadIds: listOf(row, 'lead_agency_ids'),
      partnerIds: listOf(row, 'partner_ids'),
      ogpValues: listOf(row, 'ogp_values'),
      sdgs: listOf(row, 'sdgs'),
      policyAreas: listOf(row, 'themes').flatMap((theme) =>
        theme.startsWith(POLICY_AREA) ? [theme.slice(POLICY_AREA.length)] : [],
      ),
      updatedAt: row.updated_at as string,
      sourceUpdatedOn: sourceDayOf(row),
    }),
  } satisfies Reading<Commitment>,
  milestones: {
    dataset: 'milestones',
    columns: [...PROMISED, 'commitment_id', 'responsible_agency_ids', 'partner_ids'],
    record: (row) => ({
      ...promisedOf(row),
      commitmentId: textOf(row, 'commitment_id'),
      responsibleIds: listOf(row, 'responsible_agency_ids'),
      partnerIds: listOf(row, 'partner_ids'),
    }),
  } satisfies Reading<Milestone>,
  reports: {
    dataset: 'progress-reports',
    columns: [
      ...['id', 'commitment_id', 'milestone_id', 'implementation_status', 'assessment', 'ratings'],
      ...['period_kind', 'period_year', 'period_start', 'period_end', 'published_on', 'updated_at'],
    ],
    record: (row) => ({
      id: row.id as string,
      commitmentId: textOf(row, 'commitment_id'),
      milestoneId: textOf(row, 'milestone_id'),
      period: periodOf(row),
      status: textOf(row, 'implementation_status'),
      assessment: textOf(row, 'assessment'),
      ratings: listOf(row, 'ratings').map(ratingOf),
      publishedOn: textOf(row, 'published_on'),
      updatedAt: row.updated_at as string,
    }),
  } satisfies Reading<ListedReport>,
  organisations: {
    dataset: 'partners',
    columns: ['id', 'slug', 'name', 'acronym', 'kind', 'website', 'description'],
    record: (row) => ({
      id: row.id as string,
      slug: textOf(row, 'slug'),
      name: linesOf(row, 'name'),
      acronym: linesOf(row, 'acronym'),
      kind: textOf(row, 'kind'),
      website: textOf(row, 'website'),
      description: textsOf(row, 'description'),
    }),
  } satisfies Reading<Organisation>,
  plans: {
    dataset: 'action-plans',
    columns: ['id', 'slug', 'title', 'jurisdiction', 'scope', 'description', 'source_url', ...TIMEFRAME],
    record: (row) => ({
      id: row.id as string,
      slug: textOf(row, 'slug'),
      title: linesOf(row, 'title'),
      jurisdiction: linesOf(row, 'jurisdiction'),
      scope: textOf(row, 'scope'),
      timeframe: timeframeOf(row),
      description: textsOf(row, 'description'),
      sourceUrl: textOf(row, 'source_url'),
    }),
  } satisfies Reading<Plan>,
  themes: {
    dataset: 'themes',
    columns: ['scheme', 'code', 'name'],
    record: (row) => ({
      scheme: row.scheme as string,
      code: row.code as string,
      name: linesOf(row, 'name'),
    }),
  } satisfies Reading<Theme>,
  history: {
    dataset: 'status-history',
    columns: ['id', 'record_id', 'version', 'to_status', 'changed_at', 'as_of', 'as_of_precision'],
    record: (row) => ({
      id: row.id as string,
      commitmentId: row.record_id as string,
      version: row.version as number,
      status: row.to_status as string,
      at: row.changed_at as string,
      asOf: textOf(row, 'as_of'),
      asOfPrecision: textOf(row, 'as_of_precision'),
    }),
  } satisfies Reading<StatusMove>,
};
