import Database from 'better-sqlite3';
import fc from 'fast-check';
import { foldEveryAlphabet, likeMatcher, type FunctionRegistry } from './letter-case';

const database = new Database(':memory:');
foldEveryAlphabet(database as unknown as FunctionRegistry);
afterAll(() => database.close());

const answer = (expression: string, ...values: unknown[]): unknown =>
  database
    .prepare(`SELECT ${expression}`)
    .pluck()
    .get(...values);

it.each([
  ['ᲗᲑᲘᲚᲘᲡᲘ', 'თბილისი'],
  ['Тбилиси', 'тбилиси'],
  ['ÉCOLE ÄÖÜ', 'école äöü'],
  ['ΑΘΗΝΑ', 'αθηνα'],
  ['Kutaisi 2.1', 'kutaisi 2.1'],
])('%s is %s in small letters', (text, small) => {
  expect(answer('lower(?)', text)).toBe(small);
  expect(answer('lower(?) = lower(?)', text, small)).toBe(1);
  expect(answer('? LIKE ?', `x ${text} y`, `%${small}%`)).toBe(1);
  expect(answer(`? LIKE ? ESCAPE '\\'`, `x ${text} y`, `%${small}%`)).toBe(1);
});

it('takes the letters one by one, wherever a word ends', () => {
  expect(answer('lower(?)', 'ΔΗΜΌΣ')).toBe('δημόσ');
  expect(answer('? LIKE ?', 'δημόσια', 'ΔΗΜΌΣ%')).toBe(1);
});

it('leaves NULL and numbers as SQLite has them', () => {
  expect(answer('lower(NULL)')).toBeNull();
  expect(answer('NULL LIKE ?', '%')).toBeNull();
  expect(answer('12345 LIKE ?', '%34%')).toBe(1);
  expect(answer('lower(5)')).toBe('5');
});

it.each([
  ['%', '', true],
  ['', '', true],
  ['', 'a', false],
  ['a%', 'Abc', true],
  ['%c', 'abC', true],
  ['a_c', 'a😀c', true],
  ['a_c', 'ac', false],
  ['a\\%c', 'a%c', true],
  ['a\\%c', 'abc', false],
  ['%\\_%', 'a_b', true],
  ['%\\_%', 'ab', false],
  ['%a%b%', 'xxaxxbxx', true],
  ['%a%b%', 'xxbxxaxx', false],
  ['100\\\\%', '100\\x', true],
])('%j on %j: %s', (pattern, text, expected) => {
  expect(likeMatcher(pattern, '\\')(text)).toBe(expected);
});

it('finds what SQLite itself finds, where letters are of ASCII', () => {
  const plain = new Database(':memory:');
  const own = plain.prepare(`SELECT ? LIKE ? ESCAPE '\\'`).pluck();
  const part = fc.string({
    unit: fc.constantFrom('a', 'B', 'b', '%', '_', '\\%', '\\_', '\\\\'),
    maxLength: 8,
  });
  const text = fc.string({ unit: fc.constantFrom('a', 'A', 'b', '%', '_', '\\'), maxLength: 10 });
  fc.assert(
    fc.property(part, text, (pattern, given) => {
      expect(likeMatcher(pattern, '\\')(given)).toBe(own.get(given, pattern) === 1);
    }),
    { numRuns: 2000 },
  );
  plain.close();
});

it('takes no time that grows with the number of wildcards', () => {
  const pattern = '%a'.repeat(200);
  expect(likeMatcher(pattern, '')(`${'a'.repeat(2000)}b`)).toBe(false);
});
