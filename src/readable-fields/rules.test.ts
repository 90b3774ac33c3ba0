import { fieldRights, type ReadRule } from './rules';

const own = { createdBy: { id: 1 } };
const georgian = { locale: { $in: ['ka'] } };

it.each<[string, ReadRule[], string[], string[]]>([
  ['no rule', [], ['id', 'documentId', 'locale', 'updatedAt'], ['name']],
  ['a rule for all fields', [{}], ['name', 'contactEmail'], []],
  ['a rule for some', [{ fields: ['name'] }], ['name', 'id'], ['contactEmail', 'nam', 'names']],
  ['two roles', [{ fields: ['name'] }, { fields: ['contactEmail'] }], ['name', 'contactEmail'], ['slug']],
  ['fields of a component', [{ fields: ['frame.start'] }], ['frame', 'frame.start'], ['frame.end']],
  ['a component as a whole', [{ fields: ['frame'] }], ['frame', 'frame.start'], ['framework']],
  [
    'a field of own documents only',
    [{ fields: ['name'] }, { fields: ['contactEmail'], conditions: own }],
    ['name'],
    ['contactEmail'],
  ],
  [
    'a field of all documents',
    [{ fields: ['name', 'slug'], conditions: own }, { fields: ['name'] }],
    ['name'],
    ['slug'],
  ],
  [
    'roles of one language',
    [
      { fields: ['name'], conditions: georgian },
      { fields: ['contactEmail'], conditions: { ...georgian } },
    ],
    ['name', 'contactEmail'],
    ['slug'],
  ],
  ['empty conditions', [{ fields: ['name'], conditions: {} }], ['name'], []],
])('%s', (_name, rules, readable, hidden) => {
  const { everywhere } = fieldRights(rules);
  expect(readable.filter(everywhere)).toEqual(readable);
  expect(hidden.filter(everywhere)).toEqual([]);
});

it('distinguishes a field of some documents from one of none', () => {
  const { somewhere } = fieldRights([{ fields: ['name'] }, { fields: ['contactEmail'], conditions: own }]);
  expect(['id', 'name', 'contactEmail', 'slug'].filter(somewhere)).toEqual(['id', 'name', 'contactEmail']);
});
