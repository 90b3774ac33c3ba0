import { defineDataset } from 'strapi-plugin-accountability/declare';
import {
  codeColumn,
  DESCRIPTION,
  idColumn,
  identifiersColumn,
  planKeywords,
  slugColumn,
  timeframeColumns,
  TITLE,
  updatedAtColumn,
} from './shared-columns';
import { planScopes } from './vocabularies';

export const actionPlans = defineDataset({
  name: 'action-plans',
  contentType: 'api::action-plan.action-plan',
  key: 'id',
  labels: { ka: 'სამოქმედო გეგმები', en: 'Action plans' },
  description: {
    ka: 'ღია მმართველობის ეროვნული და ადგილობრივი სამოქმედო გეგმები: ვინ რა პერიოდისთვის მიიღო.',
    en: 'National and local action plans of open government: whose they are and which time they cover.',
  },
  keywords: [...planKeywords, { ka: 'სამოქმედო გეგმა', en: 'action plan' }],
  temporal: { start: 'start_date', end: 'end_date' },
  columns: [
    idColumn,
    codeColumn({ ka: 'გეგმის', en: 'plan' }),
    slugColumn,
    {
      name: 'title',
      type: 'text',
      source: 'title',
      localized: true,
      propertyUrl: TITLE,
      labels: { ka: 'დასახელება', en: 'Title' },
      description: { ka: 'გეგმის დასახელება.', en: 'Title of the plan.' },
    },
    {
      name: 'scope',
      type: 'enum',
      source: 'scope',
      values: planScopes,
      labels: { ka: 'დონე', en: 'Scope' },
      description: {
        ka: 'ეროვნულია გეგმა თუ ადგილობრივი.',
        en: 'Whether the plan is national or that of a municipality or region.',
      },
    },
    {
      name: 'jurisdiction',
      type: 'string',
      source: 'jurisdiction',
      localized: true,
      labels: { ka: 'იურისდიქცია', en: 'Jurisdiction' },
      description: {
        ka: 'ქვეყანა ან მუნიციპალიტეტი, რომლის გეგმაცაა.',
        en: 'Country or municipality the plan belongs to.',
      },
    },
    ...timeframeColumns,
    {
      name: 'description',
      type: 'text',
      source: 'description',
      localized: true,
      propertyUrl: DESCRIPTION,
      labels: { ka: 'აღწერა', en: 'Description' },
      description: {
        ka: 'რას ეხება გეგმა; ტექსტი შეიძლება შეიცავდეს Markdown-ის ნიშნებს.',
        en: 'What the plan is about; the text may hold Markdown.',
      },
    },
    {
      name: 'source_url',
      type: 'string',
      source: 'sourceUrl',
      format: 'uri',
      propertyUrl: 'http://purl.org/dc/terms/source',
      labels: { ka: 'წყარო', en: 'Source' },
      description: { ka: 'გეგმის დედნის მისამართი.', en: 'Address of the plan as it was published.' },
    },
    identifiersColumn,
    updatedAtColumn,
  ],
});
