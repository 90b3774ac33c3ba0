import type {
  ColumnDeclaration,
  DatasetDeclaration,
  SummaryDimension,
  SummaryTable,
} from 'strapi-plugin-accountability/declare';
import { commitments } from './datasets/commitments';
import { milestones } from './datasets/milestones';
import { statusColumns } from './datasets/shared-columns';
import { periodKinds } from './datasets/vocabularies';

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
      labels: { ka: 'წელი', en: 'Year' },
      description: { ka: 'საანგარიშო პერიოდის წელი.', en: 'Year of the reporting period.' },
    },
  },
  {
    column: {
      name: 'period_kind',
      type: 'enum',
      source: 'period.kind',
      values: periodKinds,
      labels: { ka: 'საანგარიშო პერიოდი', en: 'Reporting period' },
      description: { ka: 'საანგარიშო პერიოდის სახე.', en: 'Kind of reporting period.' },
    },
  },
];

/** What is counted for charts, in the order in which the answer has it. */
export const summary: readonly SummaryTable[] = [
  {
    name: 'commitments',
    labels: { ka: 'ვალდებულებები', en: 'Commitments' },
    contentType: COMMITMENT,
    by: [],
  },
  {
    name: 'commitments_by_status',
    labels: { ka: 'ვალდებულებები სტატუსის მიხედვით', en: 'Commitments by status' },
    contentType: COMMITMENT,
    by: [commitment('implementation_status')],
  },
  {
    name: 'commitments_by_assessment',
    labels: { ka: 'ვალდებულებები შეფასების მიხედვით', en: 'Commitments by assessment' },
    contentType: COMMITMENT,
    by: [commitment('assessment')],
  },
  {
    name: 'commitments_by_agency',
    labels: { ka: 'ვალდებულებები პასუხისმგებელი უწყების მიხედვით', en: 'Commitments by lead agency' },
    contentType: COMMITMENT,
    by: [commitment('lead_agency_ids', { label: 'name' })],
  },
  {
    name: 'commitments_by_ogp_value',
    labels: { ka: 'ვალდებულებები OGP მიმართულების მიხედვით', en: 'Commitments by OGP value' },
    contentType: COMMITMENT,
    by: [commitment('ogp_values', { label: 'name' })],
  },
  {
    name: 'commitments_by_sdg',
    labels: { ka: 'ვალდებულებები SDG მიზნის მიხედვით', en: 'Commitments by Sustainable Development Goal' },
    contentType: COMMITMENT,
    by: [commitment('sdgs', { label: 'name' })],
  },
  {
    name: 'commitments_by_theme',
    labels: { ka: 'ვალდებულებები თემის მიხედვით', en: 'Commitments by theme' },
    contentType: COMMITMENT,
    by: [commitment('theme_codes', { label: 'name' })],
  },
  {
    name: 'commitments_by_plan_and_status',
    labels: {
      ka: 'ვალდებულებები სამოქმედო გეგმისა და სტატუსის მიხედვით',
      en: 'Commitments by action plan and status',
    },
    contentType: COMMITMENT,
    by: [commitment('action_plan_id', { label: 'title' }), commitment('implementation_status')],
  },
  { name: 'milestones', labels: { ka: 'ეტაპები', en: 'Milestones' }, contentType: MILESTONE, by: [] },
  {
    name: 'milestones_by_status',
    labels: { ka: 'ეტაპები სტატუსის მიხედვით', en: 'Milestones by status' },
    contentType: MILESTONE,
    by: [milestone('implementation_status')],
  },
  {
    name: 'milestones_by_assessment',
    labels: { ka: 'ეტაპები შეფასების მიხედვით', en: 'Milestones by assessment' },
    contentType: MILESTONE,
    by: [milestone('assessment')],
  },
  {
    name: 'milestones_by_agency',
    labels: { ka: 'ეტაპები პასუხისმგებელი უწყების მიხედვით', en: 'Milestones by responsible agency' },
    contentType: MILESTONE,
    by: [milestone('responsible_agency_ids', { label: 'name' })],
  },
  {
    // A date that is known to the year only stands in the year's first month: its precision says so.
    name: 'milestones_due_by_month',
    labels: { ka: 'ეტაპები ვადის თვისა და სიზუსტის მიხედვით', en: 'Milestones due by month and precision' },
    contentType: MILESTONE,
    by: [milestone('end_date', { unit: 'month' }), milestone('end_precision')],
  },
  {
    name: 'reports_by_period_and_status',
    labels: {
      ka: 'ანგარიშები პერიოდისა და სტატუსის მიხედვით',
      en: 'Progress reports by period and status',
    },
    contentType: REPORT,
    by: [...reportPeriod, ...statusColumns.slice(0, 1).map((column) => ({ column }))],
  },
];
