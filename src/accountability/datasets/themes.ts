import { defineDataset } from 'strapi-plugin-accountability/declare';
import { idColumn, planKeywords, updatedAtColumn } from './shared-columns';
import { themeSchemes } from '../vocabularies';
import { word } from '../../words/word';

export const themes = defineDataset({
  name: 'themes',
  contentType: 'api::theme.theme',
  key: 'id',
  labels: word('datasets', 'themes.label'),
  description: word('datasets', 'themes.description'),
  keywords: planKeywords,
  columns: [
    idColumn,
    {
      name: 'scheme',
      type: 'enum',
      source: 'scheme',
      values: themeSchemes,
      labels: word('columns', 'scheme.label'),
      description: word('columns', 'scheme.description'),
    },
    {
      name: 'code',
      type: 'string',
      source: 'code',
      labels: word('columns', 'code.label'),
      description: word('columns', 'themes.code.description'),
    },
    {
      name: 'name',
      type: 'text',
      source: 'name',
      localized: true,
      labels: word('columns', 'themes.name.label'),
      description: word('columns', 'themes.name.description'),
    },
    {
      name: 'uri',
      type: 'string',
      source: 'uri',
      format: 'uri',
      labels: word('columns', 'uri.label'),
      description: word('columns', 'uri.description'),
    },
    updatedAtColumn,
  ],
});
