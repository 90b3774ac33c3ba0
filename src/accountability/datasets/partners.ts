import { defineDataset } from 'strapi-plugin-accountability/declare';
import {
  DESCRIPTION,
  idColumn,
  identifiersColumn,
  planKeywords,
  slugColumn,
  updatedAtColumn,
} from './shared-columns';
import { organisationKinds } from './vocabularies';

export const partners = defineDataset({
  name: 'partners',
  contentType: 'api::partner.partner',
  key: 'id',
  labels: { ka: 'ორგანიზაციები', en: 'Organisations' },
  description: {
    ka: 'უწყებები და ორგანიზაციები, რომლებიც ვალდებულებებზე პასუხისმგებელნი არიან, მათ შესრულებაში მონაწილეობენ ან აფასებენ.',
    en: 'Agencies and organisations that lead commitments, take part in them or assess them.',
  },
  keywords: [
    ...planKeywords,
    { ka: 'უწყებები', en: 'public bodies' },
    { ka: 'სამოქალაქო საზოგადოება', en: 'civil society' },
  ],
  columns: [
    idColumn,
    slugColumn,
    {
      name: 'name',
      type: 'text',
      source: 'name',
      localized: true,
      propertyUrl: 'http://xmlns.com/foaf/0.1/name',
      labels: { ka: 'სახელი', en: 'Name' },
      description: { ka: 'ორგანიზაციის სრული სახელი.', en: 'Full name of the organisation.' },
    },
    {
      name: 'acronym',
      type: 'string',
      source: 'acronym',
      localized: true,
      labels: { ka: 'აბრევიატურა', en: 'Acronym' },
      description: { ka: 'ორგანიზაციის შემოკლებული სახელი.', en: 'Short name of the organisation.' },
    },
    {
      name: 'kind',
      type: 'enum',
      source: 'kind',
      values: organisationKinds,
      labels: { ka: 'ორგანიზაციის ტიპი', en: 'Kind of organisation' },
      description: {
        ka: 'რა სახის ორგანიზაციაა: უწყება, სამოქალაქო საზოგადოება, დონორი და სხვა.',
        en: 'What the organisation is: a public body, civil society, a donor and so on.',
      },
    },
    {
      name: 'website',
      type: 'string',
      source: 'website',
      format: 'uri',
      propertyUrl: 'http://xmlns.com/foaf/0.1/homepage',
      labels: { ka: 'ვებგვერდი', en: 'Website' },
      description: { ka: 'ორგანიზაციის ვებგვერდის მისამართი.', en: 'Address of the organisation’s website.' },
    },
    {
      name: 'description',
      type: 'text',
      source: 'description',
      localized: true,
      propertyUrl: DESCRIPTION,
      labels: { ka: 'აღწერა', en: 'Description' },
      description: {
        ka: 'ორგანიზაციის საქმიანობა მოკლედ; ტექსტი შეიძლება შეიცავდეს Markdown-ის ნიშნებს.',
        en: 'What the organisation does, in short; the text may hold Markdown.',
      },
    },
    identifiersColumn,
    updatedAtColumn,
  ],
});
