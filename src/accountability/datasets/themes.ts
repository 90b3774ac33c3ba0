import { defineDataset } from 'strapi-plugin-accountability/declare';
import { idColumn, planKeywords, updatedAtColumn } from './shared-columns';
import { themeSchemes } from './vocabularies';

export const themes = defineDataset({
  name: 'themes',
  contentType: 'api::theme.theme',
  key: 'id',
  labels: { ka: 'თემები', en: 'Themes' },
  description: {
    ka: 'თემები, რომლებითაც ვალდებულებები აღიწერება: OGP მიმართულებები, მდგრადი განვითარების მიზნები და პოლიტიკის სფეროები.',
    en: 'Themes by which commitments are described: OGP values, Sustainable Development Goals and policy areas.',
  },
  keywords: planKeywords,
  columns: [
    idColumn,
    {
      name: 'scheme',
      type: 'enum',
      source: 'scheme',
      values: themeSchemes,
      labels: { ka: 'ჩამონათვალი', en: 'Scheme' },
      description: { ka: 'ჩამონათვალი, რომელსაც თემა ეკუთვნის.', en: 'The list the theme belongs to.' },
    },
    {
      name: 'code',
      type: 'string',
      source: 'code',
      labels: { ka: 'კოდი', en: 'Code' },
      description: {
        ka: 'თემის კოდი თავის ჩამონათვალში, მაგალითად sdg-16.',
        en: 'Code of the theme within its scheme, such as sdg-16.',
      },
    },
    {
      name: 'name',
      type: 'text',
      source: 'name',
      localized: true,
      labels: { ka: 'დასახელება', en: 'Name' },
      description: { ka: 'თემის დასახელება.', en: 'Name of the theme.' },
    },
    {
      name: 'uri',
      type: 'string',
      source: 'uri',
      format: 'uri',
      labels: { ka: 'მუდმივი მისამართი', en: 'URI' },
      description: {
        ka: 'თემის მისამართი იმ ჩამონათვალში, რომელმაც ის შემოიღო.',
        en: 'Address of the theme with whoever maintains its scheme.',
      },
    },
    updatedAtColumn,
  ],
});
