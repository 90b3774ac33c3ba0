import { type ColumnDeclaration, defineDataset } from 'strapi-plugin-accountability/declare';
import { planKeywords } from './shared-columns';
import { linkRoles } from './vocabularies';

const linkIdColumn: ColumnDeclaration = {
  name: 'id',
  type: 'string',
  source: 'linkId',
  propertyUrl: 'http://purl.org/dc/terms/identifier',
  labels: { ka: 'იდენტიფიკატორი', en: 'Identifier' },
  description: {
    ka: 'კავშირის მუდმივი იდენტიფიკატორი: ორივე ჩანაწერის იდენტიფიკატორი და როლი, ორწერტილებით გამოყოფილი.',
    en: 'Permanent identifier of the link: the ids of both records and the role, with colons between.',
  },
};

const commitmentColumn: ColumnDeclaration = {
  name: 'commitment_id',
  type: 'string',
  source: 'documentId',
  references: { dataset: 'commitments', column: 'id' },
  required: true,
  labels: { ka: 'ვალდებულების იდენტიფიკატორი', en: 'Id of the commitment' },
  description: { ka: 'იხილეთ მონაცემთა ნაკრები commitments.', en: 'See dataset commitments.' },
};

const partnerColumns: readonly ColumnDeclaration[] = [
  {
    name: 'partner_id',
    type: 'string',
    source: 'link.documentId',
    references: { dataset: 'partners', column: 'id' },
    labels: { ka: 'ორგანიზაციის იდენტიფიკატორი', en: 'Id of the organisation' },
    description: { ka: 'იხილეთ მონაცემთა ნაკრები partners.', en: 'See dataset partners.' },
  },
  {
    name: 'partner_name',
    type: 'text',
    source: 'link.name',
    localized: true,
    labels: { ka: 'ორგანიზაცია', en: 'Organisation' },
    description: { ka: 'ორგანიზაციის სახელი.', en: 'Name of the organisation.' },
  },
  {
    name: 'role',
    type: 'enum',
    source: 'linkRole',
    values: linkRoles,
    labels: { ka: 'როლი', en: 'Role' },
    description: {
      ka: 'პასუხისმგებელია ორგანიზაცია თუ პარტნიორი.',
      en: 'Whether the organisation is responsible or a partner.',
    },
  },
];

export const commitmentPartners = defineDataset({
  name: 'commitment-partners',
  contentType: 'api::commitment.commitment',
  key: 'id',
  links: { leadAgencies: 'responsible', partners: 'partner' },
  labels: { ka: 'ვალდებულებების ორგანიზაციები', en: 'Organisations of commitments' },
  description: {
    ka: 'რომელი ორგანიზაცია რომელ ვალდებულებაში რა როლით მონაწილეობს: თითო კავშირი თითო სტრიქონზე.',
    en: 'Which organisation takes part in which commitment, and in what role: a row for each link.',
  },
  keywords: planKeywords,
  columns: [linkIdColumn, commitmentColumn, ...partnerColumns],
});

export const milestonePartners = defineDataset({
  name: 'milestone-partners',
  contentType: 'api::milestone.milestone',
  key: 'id',
  links: { responsibleAgencies: 'responsible', partners: 'partner' },
  labels: { ka: 'ეტაპების ორგანიზაციები', en: 'Organisations of milestones' },
  description: {
    ka: 'რომელი ორგანიზაცია რომელ ეტაპში რა როლით მონაწილეობს: თითო კავშირი თითო სტრიქონზე.',
    en: 'Which organisation takes part in which milestone, and in what role: a row for each link.',
  },
  keywords: planKeywords,
  columns: [
    linkIdColumn,
    {
      name: 'milestone_id',
      type: 'string',
      source: 'documentId',
      references: { dataset: 'milestones', column: 'id' },
      required: true,
      labels: { ka: 'ეტაპის იდენტიფიკატორი', en: 'Id of the milestone' },
      description: { ka: 'იხილეთ მონაცემთა ნაკრები milestones.', en: 'See dataset milestones.' },
    },
    ...partnerColumns,
  ],
});

export const commitmentThemes = defineDataset({
  name: 'commitment-themes',
  contentType: 'api::commitment.commitment',
  key: 'id',
  links: { themes: 'theme' },
  labels: { ka: 'ვალდებულებების თემები', en: 'Themes of commitments' },
  description: {
    ka: 'რომელი ვალდებულება რომელ თემას ეკუთვნის: თითო კავშირი თითო სტრიქონზე.',
    en: 'Which commitment belongs to which theme: a row for each link.',
  },
  keywords: planKeywords,
  columns: [
    linkIdColumn,
    commitmentColumn,
    {
      name: 'theme_id',
      type: 'string',
      source: 'link.documentId',
      references: { dataset: 'themes', column: 'id' },
      labels: { ka: 'თემის იდენტიფიკატორი', en: 'Id of the theme' },
      description: { ka: 'იხილეთ მონაცემთა ნაკრები themes.', en: 'See dataset themes.' },
    },
    {
      name: 'theme_code',
      type: 'string',
      source: 'link.code',
      labels: { ka: 'თემის კოდი', en: 'Code of the theme' },
      description: {
        ka: 'თემის კოდი თავის ჩამონათვალში, მაგალითად sdg-16.',
        en: 'Code of the theme within its scheme, such as sdg-16.',
      },
    },
    {
      name: 'theme_name',
      type: 'text',
      source: 'link.name',
      localized: true,
      labels: { ka: 'თემა', en: 'Theme' },
      description: { ka: 'თემის დასახელება.', en: 'Name of the theme.' },
    },
  ],
});
