import { defineDataset } from 'strapi-plugin-accountability/declare';
import { STATUS_CHANGE } from 'strapi-plugin-accountability/server';
import { idColumn, planKeywords, precisionDescription } from './shared-columns';
import { datePrecisions, implementationStatuses } from './vocabularies';

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
      description: {
        ka: 'სტატუსი ცვლილებამდე; ცარიელია, თუ სტატუსი წყაროდან აღირიცხა.',
        en: 'Status before the change; empty where the status was recorded from a source.',
      },
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
      description: {
        ka: 'როდის ჩაიწერა ცვლილება სისტემაში (UTC).',
        en: 'When the system recorded the change (UTC).',
      },
    },
    {
      name: 'as_of',
      type: 'date',
      source: 'asOf',
      labels: { ka: 'მდგომარეობა', en: 'As of' },
      description: {
        ka: 'იმ პერიოდის პირველი დღე, როდესაც წყაროს მიხედვით სტატუსი ასეთი იყო; სიზუსტე იხილეთ სვეტში as_of_precision. ცარიელია, თუ ცვლილება ამ სისტემაში მოხდა.',
        en: 'First day of the period in which the source says the status was so; as_of_precision says how exact it is. Empty where the change was made in this system.',
      },
    },
    {
      name: 'as_of_precision',
      type: 'enum',
      source: 'asOfPrecision',
      values: datePrecisions,
      labels: { ka: 'მდგომარეობის თარიღის სიზუსტე', en: 'Precision of the as-of date' },
      description: precisionDescription,
    },
  ],
});
