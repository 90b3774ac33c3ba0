import type { Model } from '../datasets/content-model';
import type { ImportMapping } from './mapping/declaration';
import { mappingProblems } from './registry';

const models = (): Model => ({ attributes: { code: { type: 'string' } } }) as unknown as Model;
const mapping = (table: object): ImportMapping => ({
  name: 'plans',
  labels: {},
  description: {},
  tables: [
    {
      name: 'plan',
      contentType: 'plan',
      keys: [['code']],
      columns: [{ constant: 'P1', to: 'code' }],
      ...table,
    },
  ],
});

it('a table that reads no column of a file is refused: it would take any file', () => {
  expect(mappingProblems(models, mapping({}), [])).toEqual([expect.stringContaining('it reads no column')]);
  expect(mappingProblems(models, mapping({ when: { from: 'Number' } }), [])).toEqual([]);
});
