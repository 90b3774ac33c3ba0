import { childAttribute } from './child-attribute';

const schema = {
  attributes: {
    title: { type: 'string' },
    parts: { type: 'relation', relation: 'oneToMany', target: 'part', mappedBy: 'whole' },
    makers: { type: 'relation', relation: 'manyToMany', target: 'maker' },
    owner: { type: 'relation', relation: 'manyToOne', target: 'part' },
  },
};

it('finds the field by which a child names its parent', () => {
  expect(childAttribute(schema, 'part')).toBe('whole');
  expect(childAttribute(schema, 'maker')).toBeUndefined();
  expect(childAttribute(undefined, 'part')).toBeUndefined();
});
