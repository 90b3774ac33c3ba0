import fc from 'fast-check';
import type { OutputColumn } from '../../datasets/output-columns';
import type { ColumnDeclaration } from '../../datasets/declaration';
import { jsonWriter } from './json';
import { ndjsonWriter } from './ndjson';
import { written } from './written';

const words = { ka: 'სვეტი', en: 'Column' };
const column = (
  name: string,
  type: ColumnDeclaration['type'],
  more: Partial<ColumnDeclaration> = {},
): OutputColumn => ({
  name,
  locale: null,
  declaration: { name, type, source: name, labels: words, description: words, ...more },
});

const columns = [
  column('a', 'text'),
  column('n', 'number'),
  column('b', 'boolean'),
  column('l', 'string', { separator: '; ' }),
];
const row = fc.tuple(
  fc.option(fc.string({ unit: 'binary' })),
  fc.option(fc.integer()),
  fc.option(fc.boolean()),
  fc.array(fc.string({ unit: 'grapheme' })),
);

describe('NDJSON', () => {
  it('gives back every value, each row on a line of its own', () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const text = written(ndjsonWriter({ columns }), rows);
        const lines = text.split('\n');
        expect(lines.pop()).toBe('');
        expect(lines.map((line) => JSON.parse(line))).toEqual(rows.map(([a, n, b, l]) => ({ a, n, b, l })));
      }),
    );
  });
});

describe('JSON', () => {
  const context = {
    dataset: { name: 'things' },
    columns,
    locale: 'ka',
    licence: { name: 'L', url: 'https://example.org' },
  } as unknown as Parameters<typeof jsonWriter>[0];

  it('is one document whose last member counts the rows', () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const document = JSON.parse(written(jsonWriter(context), rows));
        expect(Object.keys(document)).toEqual(['dataset', 'locale', 'license', 'data', 'count']);
        expect(document.data).toEqual(rows.map(([a, n, b, l]) => ({ a, n, b, l })));
        expect(document.count).toBe(rows.length);
      }),
    );
  });

  it('is no valid JSON when anything is missing at its end', () => {
    const text = written(jsonWriter(context), [['a', 1, true, ['x']]]).trimEnd();
    for (let length = 0; length < text.length; length += 1) {
      expect(() => JSON.parse(text.slice(0, length))).toThrow();
    }
  });
});
