import { cloneData } from './clone-data';

const relations = [
  { parent: 'shelf', childrenAttribute: 'books', child: 'book', parentAttribute: 'shelf' },
  { parent: 'shelf', childrenAttribute: 'boxes', child: 'box', parentAttribute: 'shelf' },
];

describe('the data of a copy', () => {
  it.each([
    [undefined],
    [null],
    [[]],
    [{}],
    [{ connect: [] }],
    [{ connect: [], disconnect: [] }],
    [{ disconnect: [{ id: 1 }] }],
    [{ set: [] }],
    [{ set: null }],
  ])('names no children with %j', (books) => {
    expect(cloneData({ title: 'Copy', books }, relations)).toEqual({
      title: 'Copy',
      books: { set: [] },
      boxes: { set: [] },
    });
  });

  it.each([
    [['a'], { set: ['a'] }],
    ['a', { set: ['a'] }],
    [7, { set: [7] }],
    [[{ documentId: 'a' }], { set: [{ documentId: 'a' }] }],
    [{ documentId: 'a' }, { set: [{ documentId: 'a' }] }],
    [{ set: ['a'] }, { set: ['a'] }],
    [{ connect: ['a'] }, { connect: ['a'] }],
    [{ connect: ['a'], disconnect: ['b'] }, { connect: ['a'] }],
  ])('names those of %j', (books, expected) => {
    expect(cloneData({ books }, relations)).toEqual({ books: expected, boxes: { set: [] } });
  });
});
