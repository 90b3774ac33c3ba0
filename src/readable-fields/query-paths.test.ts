import fc from 'fast-check';
import { queryPaths } from './query-paths';

const paths = (query: Record<string, unknown>) =>
  queryPaths(query)
    .map(({ parameter, path }) => `${parameter} ${path.join('.')}`)
    .sort();

it.each<[string, Record<string, unknown>, string[]]>([
  ['a field', { filters: { name: { $eq: 'a' } } }, ['filters name']],
  [
    'groups, lists and negation',
    { filters: { $and: [{ $or: { 0: { a: { b: { $eq: 1 } } } } }, { $not: { c: 1 } }] } },
    ['filters a', 'filters a.b', 'filters c'],
  ],
  ['numbers of a list', { filters: { 0: { a: { 1: { b: 1 } } } } }, ['filters a', 'filters a.b']],
  ['dots in a key', { filters: { 'a.b': 1 } }, ['filters a.b']],
  ['an order as text', { sort: 'a.b:asc, c' }, ['sort a.b', 'sort c']],
  ['orders as a list', { sort: ['a.b', { c: { d: 'desc' } }] }, ['sort a.b', 'sort c.d']],
  ['orders as numbered keys', { sort: { 0: 'a.b:asc', 1: { c: 'asc' } } }, ['sort a.b', 'sort c']],
  ['no order and no filter', { _q: 'a', page: 1, filters: 'x', sort: null }, []],
])('%s', (_name, query, expected) => {
  expect(paths(query)).toEqual(expected);
});

it('takes every shape', () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (filters, sort) => {
      expect(Array.isArray(queryPaths({ filters, sort }))).toBe(true);
    }),
  );
});
