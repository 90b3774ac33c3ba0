import type { Model, ModelLookup } from '../../datasets/content-model';
import type { DocumentTable, ImportMapping } from '../mapping/declaration';
import { typesInOrder } from './table-order';

const to = (target: string) => ({ type: 'relation', relation: 'manyToOne', target });
const MODELS = {
  plan: { attributes: { code: { type: 'string' } } },
  promise: { attributes: { code: { type: 'string' }, plan: to('plan'), step: to('step') } },
  step: { attributes: { code: { type: 'string' }, promise: to('promise') } },
} as unknown as Readonly<Record<string, Model>>;
const models: ModelLookup = (uid) => MODELS[uid];

const table = (contentType: string, ...columns: string[]): DocumentTable => ({
  name: contentType,
  contentType,
  keys: [['code']],
  columns: columns.map((column) => ({ from: column, to: column })),
});
const mapping = (...tables: DocumentTable[]): ImportMapping => ({
  name: 'm',
  labels: {},
  description: {},
  tables,
});

it('puts what is led to first, whatever the order of the declaration', () =>
  expect(
    typesInOrder(
      models,
      mapping(table('step', 'promise.code'), table('promise', 'plan.code'), table('plan')),
    ),
  ).toEqual(['plan', 'promise', 'step']));

it('names types that lead to each other', () =>
  expect(
    typesInOrder(
      models,
      mapping(table('step', 'promise.code'), table('promise', 'step.code'), table('plan')),
    ),
  ).toBe('step, promise'));
