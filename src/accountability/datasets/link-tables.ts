import { type ColumnDeclaration, defineDataset } from 'strapi-plugin-accountability/declare';
import { planKeywords } from './shared-columns';
import { linkRoles } from '../vocabularies';
import { word } from '../../words/word';

const linkIdColumn: ColumnDeclaration = {
  name: 'id',
  type: 'string',
  source: 'linkId',
  propertyUrl: 'http://purl.org/dc/terms/identifier',
  labels: word('columns', 'id.label'),
  description: word('columns', 'links.id.description'),
};

const commitmentColumn: ColumnDeclaration = {
  name: 'commitment_id',
  type: 'string',
  source: 'documentId',
  references: { dataset: 'commitments', column: 'id' },
  required: true,
  labels: word('columns', 'commitment_id.label'),
  description: word('columns', 'links.commitment_id.description'),
};

const partnerColumns: readonly ColumnDeclaration[] = [
  {
    name: 'partner_id',
    type: 'string',
    source: 'link.documentId',
    references: { dataset: 'partners', column: 'id' },
    labels: word('columns', 'links.partner_id.label'),
    description: word('columns', 'links.partner_id.description'),
  },
  {
    name: 'partner_name',
    type: 'text',
    source: 'link.name',
    localized: true,
    labels: word('columns', 'partner_name.label'),
    description: word('columns', 'partner_name.description'),
  },
  {
    name: 'role',
    type: 'enum',
    source: 'linkRole',
    values: linkRoles,
    labels: word('columns', 'role.label'),
    description: word('columns', 'role.description'),
  },
];

export const commitmentPartners = defineDataset({
  name: 'commitment-partners',
  contentType: 'api::commitment.commitment',
  key: 'id',
  links: { leadAgencies: 'responsible', partners: 'partner' },
  labels: word('datasets', 'commitment-partners.label'),
  description: word('datasets', 'commitment-partners.description'),
  keywords: planKeywords,
  columns: [linkIdColumn, commitmentColumn, ...partnerColumns],
});

export const milestonePartners = defineDataset({
  name: 'milestone-partners',
  contentType: 'api::milestone.milestone',
  key: 'id',
  links: { responsibleAgencies: 'responsible', partners: 'partner' },
  labels: word('datasets', 'milestone-partners.label'),
  description: word('datasets', 'milestone-partners.description'),
  keywords: planKeywords,
  columns: [
    linkIdColumn,
    {
      name: 'milestone_id',
      type: 'string',
      source: 'documentId',
      references: { dataset: 'milestones', column: 'id' },
      required: true,
      labels: word('columns', 'milestone_id.label'),
      description: word('columns', 'milestone-partners.milestone_id.description'),
    },
    ...partnerColumns,
  ],
});

export const commitmentThemes = defineDataset({
  name: 'commitment-themes',
  contentType: 'api::commitment.commitment',
  key: 'id',
  links: { themes: 'theme' },
  labels: word('datasets', 'commitment-themes.label'),
  description: word('datasets', 'commitment-themes.description'),
  keywords: planKeywords,
  columns: [
    linkIdColumn,
    commitmentColumn,
    {
      name: 'theme_id',
      type: 'string',
      source: 'link.documentId',
      references: { dataset: 'themes', column: 'id' },
      labels: word('columns', 'theme_id.label'),
      description: word('columns', 'theme_id.description'),
    },
    {
      name: 'theme_code',
      type: 'string',
      source: 'link.code',
      labels: word('columns', 'theme_code.label'),
      description: word('columns', 'theme_code.description'),
    },
    {
      name: 'theme_name',
      type: 'text',
      source: 'link.name',
      localized: true,
      labels: word('columns', 'theme_name.label'),
      description: word('columns', 'theme_name.description'),
    },
  ],
});
