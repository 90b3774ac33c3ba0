import { isAtOrBelow, lastPart, withoutEndSlash } from './paths';

it.each([
  ['/api', true],
  ['/api/', true],
  ['/api/a', true],
  ['/API', false],
  ['/apia', false],
  ['/', false],
])('%s is at or below /api: %s', (path, expected) => {
  expect(isAtOrBelow(path, '/api')).toBe(expected);
});

it.each([
  ['/a/', '/a', 'a'],
  ['/a/b.csv', '/a/b.csv', 'b.csv'],
  ['/', '/', ''],
])('%s is the address %s, its last part “%s”', (path, address, part) => {
  expect([withoutEndSlash(path), lastPart(path)]).toEqual([address, part]);
});
