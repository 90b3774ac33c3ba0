import { defineDataset } from 'strapi-plugin-accountability/declare';
import { STATUS_CHANGE } from 'strapi-plugin-accountability/server';
import { idColumn, planKeywords, precisionDescription } from './shared-columns';
import { datePrecisions, implementationStatuses } from '../vocabularies';
import { word } from '../../words/word';

/** Every change of an implementation status, of public commitments and milestones. */
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
  labels: word('datasets', 'status-history.label'),
  description: word('datasets', 'status-history.description'),
  keywords: [...planKeywords, word('keywords', 'history-of-changes')],
  columns: [
    idColumn,
    {
      name: 'dataset',
      type: 'enum',
      source: 'aboutDataset',
      values: [
        { value: 'commitments', labels: word('datasets', 'commitments.label') },
        { value: 'milestones', labels: word('datasets', 'milestones.label') },
      ],
      labels: word('columns', 'dataset.label'),
      description: word('columns', 'dataset.description'),
    },
    {
      name: 'record_id',
      type: 'string',
      source: 'subjectId',
      labels: word('columns', 'record_id.label'),
      description: word('columns', 'record_id.description'),
    },
    {
      name: 'version',
      type: 'integer',
      source: 'version',
      labels: word('columns', 'version.label'),
      description: word('columns', 'version.description'),
    },
    {
      name: 'transition',
      type: 'string',
      source: 'transition',
      labels: word('columns', 'transition.label'),
      description: word('columns', 'transition.description'),
    },
    {
      name: 'from_status',
      type: 'enum',
      source: 'fromState',
      values: implementationStatuses,
      labels: word('columns', 'from_status.label'),
      description: word('columns', 'from_status.description'),
    },
    {
      name: 'to_status',
      type: 'enum',
      source: 'toState',
      values: implementationStatuses,
      labels: word('columns', 'to_status.label'),
      description: word('columns', 'to_status.description'),
    },
    {
      name: 'reason',
      type: 'text',
      source: 'reason',
      labels: word('columns', 'reason.label'),
      description: word('columns', 'reason.description'),
    },
    {
      name: 'changed_at',
      type: 'datetime',
      source: 'at',
      labels: word('columns', 'changed_at.label'),
      description: word('columns', 'changed_at.description'),
    },
    {
      name: 'as_of',
      type: 'date',
      source: 'asOf',
      labels: word('columns', 'as_of.label'),
      description: word('columns', 'as_of.description'),
    },
    {
      name: 'as_of_precision',
      type: 'enum',
      source: 'asOfPrecision',
      values: datePrecisions,
      labels: word('columns', 'as_of_precision.label'),
      description: precisionDescription,
    },
  ],
});
