import { defineDataset } from '../../plugins/accountability/server/src/open-data/dataset';
import { STATUS_CHANGE } from '../../plugins/accountability/server/src/workflow/uids';
import { idColumn, planKeywords } from './shared-columns';
import { implementationStatuses } from './vocabularies';

/** Every change of an implementation status, of commitments and milestones that are public. */
export const statusHistory = defineDataset({
  name: 'status-history',
  contentType: STATUS_CHANGE,
  key: 'id',
  where: { workflow: ['implementation'] },
  about: {
    typeAttribute: 'subjectType',
    idAttribute: 'subjectId',
    datasets: {
      'api::commitment.commitment': 'commitments',
      'api::milestone.milestone': 'milestones',
    },
  },
  labels: { ka: 'სტატუსების ისტორია', en: 'Status history' },
  description: {
    ka: 'ვალდებულებებისა და ეტაპების სტატუსის ყოველი ცვლილება მიზეზით. ადამიანების სახელები აქ არ არის.',
    en: 'Every change of the status of commitments and milestones, with its reason. No person is named.',
  },
  keywords: [...planKeywords, { ka: 'ცვლილებების ისტორია', en: 'history of changes' }],
  columns: [
    idColumn,
    {
      name: 'dataset',
      type: 'enum',
      source: 'aboutDataset',
      values: [
        { value: 'commitments', labels: { ka: 'ვალდებულებები', en: 'Commitments' } },
        { value: 'milestones', labels: { ka: 'ეტაპები', en: 'Milestones' } },
      ],
      labels: { ka: 'მონაცემთა ნაკრები', en: 'Dataset' },
      description: {
        ka: 'ნაკრები, რომელშიც ჩანაწერია: commitments ან milestones.',
        en: 'Dataset the record is in: commitments or milestones.',
      },
    },
    {
      name: 'record_id',
      type: 'string',
      source: 'subjectId',
      labels: { ka: 'ჩანაწერის იდენტიფიკატორი', en: 'Id of the record' },
      description: {
        ka: 'ვალდებულება ან ეტაპი, რომლის სტატუსიც შეიცვალა.',
        en: 'The commitment or milestone whose status changed.',
      },
    },
    {
      name: 'version',
      type: 'integer',
      source: 'version',
      labels: { ka: 'რიგითი ნომერი', en: 'Number' },
      description: {
        ka: 'მერამდენე ცვლილებაა ამ ჩანაწერისთვის, პირველიდან.',
        en: 'Which change of the record it is, counted from the first.',
      },
    },
    {
      name: 'transition',
      type: 'string',
      source: 'transition',
      labels: { ka: 'მოქმედება', en: 'Transition' },
      description: {
        ka: 'მოქმედების კოდი, მაგალითად start ან complete; recorded, თუ სტატუსი პირველად აღირიცხა.',
        en: 'Code of the move, such as start or complete; recorded where the status was first taken down.',
      },
    },
    {
      name: 'from_status',
      type: 'enum',
      source: 'fromState',
      values: implementationStatuses,
      labels: { ka: 'წინა სტატუსი', en: 'From' },
      description: { ka: 'სტატუსი ცვლილებამდე.', en: 'Status before the change.' },
    },
    {
      name: 'to_status',
      type: 'enum',
      source: 'toState',
      values: implementationStatuses,
      labels: { ka: 'ახალი სტატუსი', en: 'To' },
      description: { ka: 'სტატუსი ცვლილების შემდეგ.', en: 'Status after the change.' },
    },
    {
      name: 'reason',
      type: 'text',
      source: 'reason',
      labels: { ka: 'მიზეზი', en: 'Reason' },
      description: {
        ka: 'ცვლილების მიზეზი, თუ მითითებულია.',
        en: 'Reason of the change, where one was given.',
      },
    },
    {
      name: 'changed_at',
      type: 'datetime',
      source: 'at',
      labels: { ka: 'ცვლილების დრო', en: 'Changed at' },
      description: { ka: 'როდის შეიცვალა სტატუსი (UTC).', en: 'When the status changed (UTC).' },
    },
  ],
});
