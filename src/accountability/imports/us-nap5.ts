import { defineImport, type ImportColumn, type StateTable } from 'strapi-plugin-accountability/declare';
import { word } from '../../words/word';

const LOCALE = 'en';
const PLAN_CODE = 'US-NAP5';

/** Two spellings of names in the source, with the right one. */
const THEMES = {
  'Improve Access to Government Data, Research, and Information': 'us-access-to-data',
  'Increase Civic Space to Engage the Public': 'us-civic-space',
  'Transform Government Service Delivery': 'us-service-delivery',
  'Counter Corruption and Ensure Government Integrity and Accountability to the Public': 'us-integrity',
  'Ensure Equal Justice Under the Law': 'us-equal-justice',
};

const STATES = { Complete: 'completed', 'In Progress': 'in-progress', 'Not Started': 'not-started' };

/** `Agency <br> Office` in the JSON files, `Agency / Office` in the CSV file. */
const AGENCIES = ['commitment_agency', 'agency'];
const BETWEEN_AGENCIES = ['br', ' / '];

/** What the source says of its own pages and files. */
const IGNORED = ['layout', 'permalink', 'c_permalink', 'commitment_link', 'commitment_theme_slug', '_file'];

const SUBCOMMITMENTS = ['subcommitments', 'us_nap5_subcommitments'];
const subcommitmentId = ['commitment_detail_sub_id', 'sub_id'];
const subcommitmentText = ['commitment_detail_sub', 'sub_commitment'];

const STATUS = ['commitment_status', 'status'];

/**
 * A progress report of one of the two rounds.
 * @param more what only one of them states
 */
const report = (
  from: readonly string[],
  year: number,
  ...more: readonly ImportColumn[]
): readonly ImportColumn[] => [
  { from: subcommitmentId, to: 'milestone.code', required: true },
  { constant: 'semi-annual', to: 'period.kind' },
  { constant: year, to: 'period.year' },
  { constant: 'self', to: 'assessorKind' },
  { from, to: 'narrative', locale: LOCALE, format: 'html', required: true },
  ...more,
];

/**
 * That a commitment has begun. Its own state is not in the source, but some of its sub-commitments are in progress or
 * complete; whether the whole is complete is for a person to say, to whom the panel suggests it.
 */
const begunWith = (name: string, contains: string): StateTable => ({
  name,
  files: SUBCOMMITMENTS,
  workflow: 'implementation',
  subjects: { commitments: 'api::commitment.commitment' },
  when: { from: STATUS, contains },
  columns: [
    { from: 'commitment_id', to: 'subject.code', required: true },
    { constant: 'in-progress', to: 'state' },
    { constant: '2024-02', to: 'asOf' },
    {
      constant: 'Progress update of February 2024: sub-commitments are in progress or complete',
      to: 'reason',
    },
  ],
});

/** The fifth national action plan of the United States, as its tracker published it in 2024. */
export const usNap5 = defineImport({
  name: 'us-nap5',
  labels: word('imports', 'us-nap5.label'),
  description: word('imports', 'us-nap5.description'),
  tables: [
    {
      name: 'action plan',
      files: ['commitments', ...SUBCOMMITMENTS],
      contentType: 'api::action-plan.action-plan',
      keys: [['code']],
      repeats: true,
      when: { from: 'commitment_id' },
      columns: [
        { constant: PLAN_CODE, to: 'code' },
        {
          constant: 'Fifth Open Government National Action Plan of the United States',
          to: 'title',
          locale: LOCALE,
        },
        { constant: 'national', to: 'scope' },
      ],
    },
    {
      name: 'themes',
      files: ['commitments', ...SUBCOMMITMENTS],
      contentType: 'api::theme.theme',
      keys: [['scheme', 'code']],
      repeats: true,
      columns: [
        { constant: 'policy-area', to: 'scheme' },
        { from: ['commitment_theme_name', 'theme'], to: 'code', values: THEMES, required: true },
        { from: ['commitment_theme_name', 'theme'], to: 'name', locale: LOCALE },
      ],
    },
    {
      name: 'agencies',
      files: SUBCOMMITMENTS,
      contentType: 'api::partner.partner',
      keys: [['name']],
      each: { from: AGENCIES, separators: BETWEEN_AGENCIES },
      columns: [
        { from: AGENCIES, to: 'name', locale: LOCALE },
        { constant: 'central-government', to: 'kind' },
      ],
    },
    {
      name: 'commitments',
      files: ['commitments'],
      contentType: 'api::commitment.commitment',
      keys: [['actionPlan', 'code']],
      ignores: [...IGNORED, '_body'],
      columns: [
        { from: 'commitment_id', to: 'code', required: true },
        { from: 'title', to: 'title', locale: LOCALE, required: true },
        { from: 'commitment_detail_sub', to: 'description', locale: LOCALE, format: 'html' },
        { constant: PLAN_CODE, to: 'actionPlan.code' },
        { from: 'commitment_theme_name', to: 'themes.code', values: THEMES },
      ],
    },
    {
      name: 'sub-commitments',
      files: SUBCOMMITMENTS,
      contentType: 'api::milestone.milestone',
      keys: [['commitment', 'code']],
      // The title is the beginning of the text.
      ignores: [...IGNORED, 'title'],
      columns: [
        { from: subcommitmentId, to: 'code', required: true },
        { from: subcommitmentText, to: 'title', locale: LOCALE, shorten: true, required: true },
        { from: subcommitmentText, to: 'indicator', locale: LOCALE },
        { from: 'commitment_id', to: 'commitment.code', required: true },
        { from: AGENCIES, to: 'responsibleAgencies.name', separators: BETWEEN_AGENCIES },
        {
          from: STATUS,
          to: 'state(implementation)',
          values: STATES,
          required: true,
        },
        { constant: '2024-02', to: 'state(implementation).asOf' },
        { constant: 'Progress update of February 2024', to: 'state(implementation).reason' },
      ],
    },
    begunWith('commitments with parts in progress', 'in progress'),
    begunWith('commitments with complete parts', 'complete'),
    {
      // Of the first round the source keeps no states, save of what the second one says was complete by then.
      name: 'complete in August 2023',
      files: SUBCOMMITMENTS,
      workflow: 'implementation',
      subjects: { milestones: 'api::milestone.milestone' },
      when: { from: ['_body', 'feb_2024_progress'], contains: 'previously completed' },
      columns: [
        { from: subcommitmentId, to: 'subject.code', required: true },
        { constant: 'completed', to: 'state' },
        { constant: '2023-08', to: 'asOf' },
        { constant: 'Progress update of February 2024: previously completed', to: 'reason' },
      ],
    },
    {
      name: 'progress reports of August 2023',
      files: SUBCOMMITMENTS,
      contentType: 'api::progress-report.progress-report',
      keys: [['milestone', 'period']],
      when: { from: 'aug_2023_progress' },
      columns: report(['aug_2023_progress'], 2023),
    },
    {
      name: 'progress reports of February 2024',
      files: SUBCOMMITMENTS,
      contentType: 'api::progress-report.progress-report',
      keys: [['milestone', 'period']],
      when: { from: ['_body', 'feb_2024_progress'] },
      // The only status the source has is the one of this round.
      columns: report(['_body', 'feb_2024_progress'], 2024, {
        from: STATUS,
        to: 'implementationStatus',
        values: STATES,
      }),
    },
  ],
});
