import { defineDataset } from 'strapi-plugin-accountability/declare';
import {
  DESCRIPTION,
  idColumn,
  identifiersColumn,
  identifierUrlsColumn,
  planKeywords,
  slugColumn,
  updatedAtColumn,
} from './shared-columns';
import { organisationKinds } from '../vocabularies';
import { word } from '../../words/word';

export const partners = defineDataset({
  name: 'partners',
  contentType: 'api::partner.partner',
  key: 'id',
  labels: word('datasets', 'partners.label'),
  description: word('datasets', 'partners.description'),
  keywords: [...planKeywords, word('keywords', 'public-bodies'), word('keywords', 'civil-society')],
  columns: [
    idColumn,
    slugColumn,
    {
      name: 'name',
      type: 'text',
      source: 'name',
      localized: true,
      propertyUrl: 'http://xmlns.com/foaf/0.1/name',
      labels: word('columns', 'partners.name.label'),
      description: word('columns', 'partners.name.description'),
    },
    {
      name: 'acronym',
      type: 'string',
      source: 'acronym',
      localized: true,
      labels: word('columns', 'acronym.label'),
      description: word('columns', 'acronym.description'),
    },
    {
      name: 'kind',
      type: 'enum',
      source: 'kind',
      values: organisationKinds,
      labels: word('columns', 'kind.label'),
      description: word('columns', 'kind.description'),
    },
    {
      name: 'website',
      type: 'string',
      source: 'website',
      format: 'uri',
      propertyUrl: 'http://xmlns.com/foaf/0.1/homepage',
      labels: word('columns', 'website.label'),
      description: word('columns', 'website.description'),
    },
    {
      name: 'description',
      type: 'text',
      source: 'description',
      localized: true,
      propertyUrl: DESCRIPTION,
      labels: word('columns', 'description.label'),
      description: word('columns', 'partners.description.description'),
    },
    identifiersColumn,
    updatedAtColumn,
    identifierUrlsColumn,
  ],
});
