import type {
  ColumnDeclaration,
  DatasetDeclaration,
  SummaryDimension,
  SummaryTable,
} from 'strapi-plugin-accountability/declare';
import { commitments } from './datasets/commitments';
import { milestones } from './datasets/milestones';
import { statusColumns } from './datasets/shared-columns';
import { periodKinds } from './vocabularies';
import { word } from '../words/word';

const COMMITMENT = 'api::commitment.commitment';
const MILESTONE = 'api::milestone.milestone';
const REPORT = 'api::progress-report.progress-report';

/** A column of a dataset. @throws Error for a name the dataset lacks */
function columnOf({ name, columns }: DatasetDeclaration, wanted: string): ColumnDeclaration {
  const column = columns.find((candidate) => candidate.name === wanted);
  if (!column) throw new Error(`Dataset "${name}" has no column "${wanted}"`);
  return column;
}

const of =
  (dataset: DatasetDeclaration) =>
  (column: string, more: Omit<SummaryDimension, 'column'> = {}): SummaryDimension => ({
    column: columnOf(dataset, column),
    ...more,
  });
const commitment = of(commitments);
const milestone = of(milestones);

const reportPeriod: SummaryDimension[] = [
  {
    column: {
      name: 'period_year',
      type: 'integer',
      source: 'period.year',
      labels: word('summary', 'period_year.label'),
      description: word('summary', 'period_year.description'),
    },
  },
  {
    column: {
      name: 'period_kind',
      type: 'enum',
      source: 'period.kind',
      values: periodKinds,
      labels: word('summary', 'period_kind.label'),
      description: word('summary', 'period_kind.description'),
    },
  },
];

/** Tables of counts for charts, in the order of the response. */
export const summary: readonly SummaryTable[] = [
  {
    name: 'commitments',
    labels: word('summary', 'commitments.label'),
    contentType: COMMITMENT,
    by: [],
  },
  {
    name: 'commitments_by_status',
    labels: word('summary', 'commitments_by_status.label'),
    contentType: COMMITMENT,
    by: [commitment('implementation_status')],
  },
  {
    name: 'commitments_by_assessment',
    labels: word('summary', 'commitments_by_assessment.label'),
    contentType: COMMITMENT,
    by: [commitment('assessment')],
  },
  {
    name: 'commitments_by_agency',
    labels: word('summary', 'commitments_by_agency.label'),
    contentType: COMMITMENT,
    by: [commitment('lead_agency_ids', { label: 'name' })],
  },
  {
    name: 'commitments_by_ogp_value',
    labels: word('summary', 'commitments_by_ogp_value.label'),
    contentType: COMMITMENT,
    by: [commitment('ogp_values', { label: 'name' })],
  },
  {
    name: 'commitments_by_sdg',
    labels: word('summary', 'commitments_by_sdg.label'),
    contentType: COMMITMENT,
    by: [commitment('sdgs', { label: 'name' })],
  },
  {
    name: 'commitments_by_theme',
    labels: word('summary', 'commitments_by_theme.label'),
    contentType: COMMITMENT,
    by: [commitment('theme_codes', { label: 'name' })],
  },
  {
    name: 'commitments_by_plan_and_status',
    labels: word('summary', 'commitments_by_plan_and_status.label'),
    contentType: COMMITMENT,
    by: [commitment('action_plan_id', { label: 'title' }), commitment('implementation_status')],
  },
  { name: 'milestones', labels: word('summary', 'milestones.label'), contentType: MILESTONE, by: [] },
  {
    name: 'milestones_by_status',
    labels: word('summary', 'milestones_by_status.label'),
    contentType: MILESTONE,
    by: [milestone('implementation_status')],
  },
  {
    name: 'milestones_by_assessment',
    labels: word('summary', 'milestones_by_assessment.label'),
    contentType: MILESTONE,
    by: [milestone('assessment')],
  },
  {
    name: 'milestones_by_agency',
    labels: word('summary', 'milestones_by_agency.label'),
    contentType: MILESTONE,
    by: [milestone('responsible_agency_ids', { label: 'name' })],
  },
  {
    // A date with year precision is stored as the first month of the year: its precision distinguishes them.
    name: 'milestones_due_by_month',
    labels: word('summary', 'milestones_due_by_month.label'),
    contentType: MILESTONE,
    by: [milestone('end_date', { unit: 'month' }), milestone('end_precision')],
  },
  {
    name: 'reports_by_period_and_status',
    labels: word('summary', 'reports_by_period_and_status.label'),
    contentType: REPORT,
    by: [...reportPeriod, ...statusColumns.slice(0, 1).map((column) => ({ column }))],
  },
];
