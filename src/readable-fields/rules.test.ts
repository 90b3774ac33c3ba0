import { readableByRules, type ReadRule } from './rules';

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
  const may = readableByRules(rules);
  expect(readable.filter(may)).toEqual(readable);
  expect(hidden.filter(may)).toEqual([]);
});
