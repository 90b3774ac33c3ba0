import { readBoolean, readVocabulary, readWebAddress } from './read-code';
import { readList } from './read-list';
import { readInteger, readNumber } from './read-number';
import type { ValueReading } from './result';

const short = <T>({ value, problems }: ValueReading<T>): T | string | null =>
  problems.length > 0 ? problems.map(({ code }) => code).join() : value;

it.each([
  ['a; b;;c', [';'], ['a', 'b', 'c']],
  ['a<br>b<BR />c', ['br'], ['a', 'b', 'c']],
  ['a\r\nb\n\nc', ['newline'], ['a', 'b', 'c']],
  ['a / b, c | d', [' / ', ',', '|'], ['a', 'b', 'c', 'd']],
  ['a; b', [], ['a; b']],
  ['', [';'], []],
])('the list %j separated by %j', (text, separators, items) => {
  expect(short(readList(text, { separators }))).toEqual(items);
});

it('a list of a megabyte of separators is read, one of too many items refused', () => {
  expect(short(readList('<br '.repeat(250_000), { separators: ['br', ';'] }))).toHaveLength(1);
  expect(short(readList('a;'.repeat(500_000), { separators: [';'] }))).toBe('list-too-long');
});

it.each([
  ['1234', 1234],
  ['-1.5', -1.5],
  ['1.234', 1.234],
  ['1 234', 1234],
  ['1\u00a0234\u00a0567,5', 1234567.5],
  ['1,234.5', 1234.5],
  ['1.234,5', 1234.5],
  ['1,234,567', 1234567],
  ['3,5', 3.5],
  ['١٢', 12],
  ['1,234', 'number-ambiguous'],
  ['twelve', 'number-not-understood'],
  ['0x10', 'number-not-understood'],
  ['1e999', 'number-not-understood'],
  ['1'.repeat(1_000_000), 'number-not-understood'],
  [' ', null],
])('the number %.20j', (text, number) => {
  expect(short(readNumber(text))).toBe(number);
});

it('a whole number has no decimals and is exact', () => {
  expect(short(readInteger('1 234'))).toBe(1234);
  expect(short(readInteger(7))).toBe(7);
  expect(short(readInteger('1.5'))).toBe('number-not-whole');
  expect(short(readInteger('9007199254740993'))).toBe('number-not-whole');
});

it.each([
  [['yes', 'Sí', 'OUI', 'კი', 'نعم', 'true', '1', 1, true], true],
  [['no', 'non', 'არა', 'لا', 'FALSE', '0', 0, false], false],
  [['perhaps', '2'], 'boolean-not-understood'],
  [[''], null],
])('%j means %j', (words, expected) => {
  for (const word of words) expect(short(readBoolean(word))).toBe(expected);
});

it('a word of a vocabulary is its code', () => {
  const table = { Done: 'complete', Started: 'in-progress' };
  const labels = { complete: ['დასრულებული'] };
  expect(short(readVocabulary(' done ', table))).toBe('complete');
  expect(short(readVocabulary('In-Progress', table))).toBe('in-progress');
  expect(short(readVocabulary('დასრულებული', table, { labels }))).toBe('complete');
  expect(short(readVocabulary('', table))).toBeNull();
  expect(readVocabulary('done', table, { caseInsensitive: false }).problems).toEqual([
    {
      severity: 'error',
      code: 'value-unknown',
      values: { value: 'done', known: ['Done', 'Started', 'complete', 'in-progress'] },
    },
  ]);
});

it('a web address is whole', () => {
  expect(short(readWebAddress(' https://example.org/a?b=c '))).toBe('https://example.org/a?b=c');
  expect(short(readWebAddress(''))).toBeNull();
  for (const address of ['example.org', 'javascript:alert(1)', 'https://', 'https://a b', '/a']) {
    expect(short(readWebAddress(address))).toBe('web-address-not-understood');
  }
});
