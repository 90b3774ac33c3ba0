import type { GenericColumn, ImportsDeclaration } from 'strapi-plugin-accountability/declare';
import { word, type WordKey } from '../../words/word';

const called = (key: WordKey<'import-headers'>) => word('import-headers', key);
const dataset = (key: WordKey<'datasets'>) => word('datasets', key);

/** Both ends of a period in one column, or each in its own. */
const timeframe: readonly GenericColumn[] = [
  { to: 'timeframe', aliases: called('timeframe'), note: 'timeframeNote' },
  { to: 'timeframe.startDate', aliases: called('start-date') },
  { to: 'timeframe.endDate', aliases: called('end-date'), note: 'timeframeNote' },
  { to: 'timeframeNote', aliases: {} },
];

const progress: readonly GenericColumn[] = [
  { to: 'state(implementation)', aliases: called('status') },
  { to: 'state(implementation).asOf', aliases: called('status-date') },
  { to: 'assessment', aliases: called('assessment') },
  { to: 'progress', aliases: called('progress') },
  { to: 'result', aliases: called('result') },
];

const partners: GenericColumn = { to: 'partners.name', aliases: called('partners'), creates: true };

/** What columns of the spreadsheets that secretariats keep are called. */
export const generic: ImportsDeclaration['generic'] = {
  labels: word('imports', 'generic.label'),
  description: word('imports', 'generic.description'),
  tables: [
    {
      name: 'action-plans',
      labels: dataset('action-plans.label'),
      contentType: 'api::action-plan.action-plan',
      names: called('sheets.action-plans'),
      keys: [['code'], ['title']],
      columns: [
        { to: 'code', aliases: called('action-plans.code') },
        { to: 'title', aliases: called('action-plans.title'), required: true },
        { to: 'description', aliases: called('description') },
        { to: 'scope', aliases: called('scope') },
        { to: 'jurisdiction', aliases: called('jurisdiction') },
        { to: 'sourceUrl', aliases: called('source-url') },
        ...timeframe,
      ],
    },
    {
      name: 'commitments',
      labels: dataset('commitments.label'),
      contentType: 'api::commitment.commitment',
      names: called('sheets.commitments'),
      keys: [
        ['actionPlan', 'code'],
        ['actionPlan', 'title'],
      ],
      columns: [
        { to: 'code', aliases: called('commitments.code') },
        { to: 'title', aliases: called('commitments.title'), required: true },
        { to: 'actionPlan.code|title', aliases: called('plan'), required: true },
        { to: 'description', aliases: called('description') },
        { to: 'problem', aliases: called('problem') },
        { to: 'expectedResult', aliases: called('expected-result') },
        { to: 'leadAgencies.name', aliases: called('lead-agencies'), creates: true },
        partners,
        { to: 'themes.code|name', aliases: called('themes') },
        ...timeframe,
        ...progress,
      ],
    },
    {
      name: 'milestones',
      labels: dataset('milestones.label'),
      contentType: 'api::milestone.milestone',
      names: called('sheets.milestones'),
      keys: [
        ['commitment', 'code'],
        ['commitment', 'title'],
      ],
      columns: [
        { to: 'code', aliases: called('milestones.code') },
        { to: 'title', aliases: called('milestones.title'), required: true },
        { to: 'commitment.code|title', aliases: called('commitment'), required: true },
        { to: 'indicator', aliases: called('indicator') },
        { to: 'responsibleAgencies.name', aliases: called('lead-agencies'), creates: true },
        partners,
        ...timeframe,
        ...progress,
      ],
    },
    {
      name: 'progress-reports',
      labels: dataset('progress-reports.label'),
      contentType: 'api::progress-report.progress-report',
      names: called('sheets.progress-reports'),
      keys: [
        ['milestone', 'period'],
        ['commitment', 'period'],
      ],
      columns: [
        { to: 'commitment.code|title', aliases: called('commitment') },
        { to: 'milestone.code|title', aliases: called('milestone') },
        { to: 'period.kind', aliases: called('period-kind'), required: true },
        { to: 'period.year', aliases: called('period-year'), required: true },
        { to: 'narrative', aliases: called('narrative'), required: true },
        { to: 'challenges', aliases: called('challenges') },
        { to: 'publishedOn', aliases: called('published-on') },
      ],
    },
    {
      name: 'partners',
      labels: dataset('partners.label'),
      contentType: 'api::partner.partner',
      names: called('sheets.partners'),
      keys: [['name']],
      columns: [
        { to: 'name', aliases: called('partner-name'), required: true },
        { to: 'acronym', aliases: called('acronym') },
        { to: 'kind', aliases: called('partner-kind') },
        { to: 'website', aliases: called('website') },
        { to: 'description', aliases: called('description') },
      ],
    },
    {
      name: 'themes',
      labels: dataset('themes.label'),
      contentType: 'api::theme.theme',
      names: called('sheets.themes'),
      keys: [['scheme', 'code']],
      columns: [
        { to: 'scheme', aliases: called('scheme'), required: true },
        { to: 'code', aliases: called('theme-code'), required: true },
        { to: 'name', aliases: called('theme-name'), required: true },
      ],
    },
  ],
};
