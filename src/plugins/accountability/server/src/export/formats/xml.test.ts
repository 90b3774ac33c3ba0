import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import type { OutputColumn } from '../../datasets/output-columns';
import type { ColumnDeclaration } from '../../datasets/declaration';
import { written, type Value } from './written';
import { xmlWriter } from './xml';

const words = { ka: 'სვეტი', en: 'Column' };
const column = (
  name: string,
  locale: string | null,
  more: Partial<ColumnDeclaration> = {},
): OutputColumn => ({
  name,
  locale,
  declaration: { name, type: 'text', source: name, labels: words, description: words, ...more },
});
const ID = column('id', null, { source: 'documentId' });
const TITLE = column('title_ka', 'ka');
const NAMES = column('names', null, { separator: '; ' });

const write = (columns: OutputColumn[], rows: Value[][], locale: string | null = null): string =>
  written(
    xmlWriter({
      dataset: { name: 'books', contentType: '', key: 'id', labels: words, description: words, columns: [] },
      columns,
      locale,
      base: 'https://library.example/api/open-data',
      licence: { name: 'A & B', url: 'https://licence.example/?a=1&b=2' },
    }),
    rows,
  );

interface Cell {
  readonly attributes: Record<string, string>;
  readonly texts: string[];
}

/** Reads the records with a third-party parser: the texts of each element, of a list those of its items. */
function read(text: string) {
  const records: { attributes: Record<string, string>; cells: Record<string, Cell> }[] = [];
  const path: string[] = [];
  const outside: Record<string, string> = {};
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', ({ name, attributes }) => {
    path.push(name);
    if (path.join('/') === 'dataset/record') records.push({ attributes, cells: {} });
    if (path.length === 3 && path[1] === 'record') records.at(-1)!.cells[name] = { attributes, texts: [] };
    const cell = path[1] === 'record' && path[2] ? records.at(-1)!.cells[path[2]] : undefined;
    if (cell && (path.length === 4 || path[2] !== 'names')) cell.texts.push('');
  });
  parser.on('text', (part) => {
    const cell = path[1] === 'record' && path[2] ? records.at(-1)!.cells[path[2]] : undefined;
    if (cell) cell.texts[cell.texts.length - 1] += part;
    else outside[path.join('/')] = (outside[path.join('/')] ?? '') + part;
  });
  parser.on('closetag', () => void path.pop());
  parser.write(text).close();
  return { records, outside };
}

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom(
      ...['<', '>', '&', '"', "'", ']]>', '\r', '\n', '\t', ' ', '\u0000', '\u0001', '\u001f', '\u007f'],
      ...[
        '\uFFFD',
        '\uFFFE',
        '\uFFFF',
        '\uFEFF',
        '\u0085',
        '\u2028',
        'ა',
        'Ა',
        '😀',
        '\u202Eab',
        '<![CDATA[',
      ],
    ),
  }),
);
/** The part of a text that XML can represent. */
const carried = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\uFFFE\uFFFF]/g, '\uFFFD');

describe('XML', () => {
  it('gives every text back, what XML forbids as U+FFFD; no value, no element', () => {
    const cells = fc.tuple(hostile, fc.option(hostile), fc.array(hostile, { maxLength: 3 }));
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 5 }), (rows) => {
        const { records, outside } = read(write([ID, TITLE, NAMES], rows));
        expect(outside['dataset/count']).toBe(String(rows.length));
        expect(
          records.map(({ attributes, cells: { id, title_ka, names } }) => [
            attributes.id,
            id?.texts,
            title_ka?.texts,
            names?.texts,
          ]),
        ).toEqual(
          rows.map(([id, title, names]) => [
            carried(id),
            [carried(id)],
            title === null ? undefined : [carried(title)],
            names.length === 0 ? undefined : names.map(carried),
          ]),
        );
      }),
    );
  });

  it('says language, licence, schema and count', () => {
    const text = write([ID, TITLE], [['a', 'ა']], 'ka');
    const { records, outside } = read(text);
    expect(records[0]!.cells.title_ka!.attributes).toEqual({ 'xml:lang': 'ka' });
    expect(outside).toMatchObject({
      'dataset/license/name': 'A & B',
      'dataset/license/url': 'https://licence.example/?a=1&b=2',
    });
    expect(text).toContain(
      'xsi:schemaLocation="urn:open-data:books https://library.example/api/open-data/books.xsd"',
    );
    expect(text).toContain(' locale="ka">');
    expect(text.trimEnd()).toMatch(/<count>1<\/count>\n<\/dataset>$/);
  });

  it('has no id attribute where the key was not asked for', () => {
    expect(read(write([TITLE], [['ა']])).records[0]!.attributes).toEqual({});
  });
});
