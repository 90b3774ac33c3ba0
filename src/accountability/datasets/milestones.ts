import { defineDataset } from '../../plugins/accountability/server/src/open-data/dataset';
import {
  codeColumn,
  idColumn,
  orderColumn,
  overdueColumn,
  resultColumn,
  organisationColumns,
  partnerColumns,
  statusColumns,
  timeframeColumns,
  updatedAtColumn,
} from './shared-columns';

export const milestones = defineDataset({
  name: 'milestones',
  contentType: 'api::milestone.milestone',
  key: 'id',
  labels: { ka: 'ეტაპები', en: 'Milestones' },
  description: {
    ka: 'ვალდებულებების ეტაპები: ინდიკატორები, ვადები, პასუხისმგებელი უწყებები, პარტნიორები, შედეგები, სტატუსი და შეფასება.',
    en: 'The steps of the commitments: indicators, time frames, responsible agencies, partners, results, status and assessment.',
  },
  columns: [
    idColumn,
    codeColumn({ ka: 'ეტაპის', en: 'milestone' }),
    {
      name: 'title',
      type: 'text',
      source: 'title',
      localized: true,
      labels: { ka: 'დასახელება', en: 'Title' },
      description: { ka: 'ეტაპის დასახელება.', en: 'Title of the milestone.' },
    },
    {
      name: 'indicator',
      type: 'text',
      source: 'indicator',
      localized: true,
      labels: { ka: 'ინდიკატორი', en: 'Indicator' },
      description: {
        ka: 'რით დასტურდება, რომ ეტაპი შესრულდა.',
        en: 'What shows that the milestone has been reached.',
      },
    },
    resultColumn({ ka: 'რა გაკეთდა ეტაპის ფარგლებში', en: 'What was done within the milestone' }),
    ...timeframeColumns,
    {
      name: 'commitment_id',
      type: 'string',
      source: 'commitment.documentId',
      labels: { ka: 'ვალდებულების იდენტიფიკატორი', en: 'Id of the commitment' },
      description: {
        ka: 'ვალდებულება, რომელსაც ეტაპი ეკუთვნის; იხილეთ მონაცემთა ნაკრები commitments.',
        en: 'The commitment the milestone belongs to; see dataset commitments.',
      },
    },
    {
      name: 'commitment_title',
      type: 'text',
      source: 'commitment.title',
      localized: true,
      labels: { ka: 'ვალდებულება', en: 'Commitment' },
      description: { ka: 'ვალდებულების დასახელება.', en: 'Title of the commitment.' },
    },
    ...statusColumns,
    overdueColumn,
    ...organisationColumns({
      name: 'responsible_agency',
      relation: 'responsibleAgencies',
      ids: { ka: 'პასუხისმგებელი უწყებების იდენტიფიკატორები', en: 'Ids of the responsible agencies' },
      names: { ka: 'პასუხისმგებელი უწყებები', en: 'Responsible agencies' },
      what: { ka: 'პასუხისმგებელი უწყებების', en: 'the responsible agencies' },
    }),
    ...partnerColumns,
    orderColumn,
    updatedAtColumn,
  ],
});
