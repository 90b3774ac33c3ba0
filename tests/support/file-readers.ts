import { readXlsx } from 'hucre/xlsx';
import { SaxesParser } from 'saxes';
import type { OutputColumn } from '../../src/plugins/accountability/server/src/datasets/output-columns';
import { parseCsv } from './csv';
import { readParquet } from './parquet';

export type Cell = string | number | boolean | null | readonly string[];
export type Row = Readonly<Record<string, Cell>>;

/** What a file says, read by a program that nobody here wrote, in the words of NDJSON. */
export type FileReader = (file: Buffer, columns: readonly OutputColumn[]) => Row[] | Promise<Row[]>;

const isList = ({ declaration }: OutputColumn) => declaration.separator !== undefined;
const TYPED: Partial<Record<string, (text: string) => Cell>> = {
  integer: Number,
  number: Number,
  boolean: (text) => text === 'true',
};

/** A text as a value of the column's type. */
const typed = ({ declaration }: OutputColumn, text: string): Cell => TYPED[declaration.type]?.(text) ?? text;

const rowsOf = (columns: readonly OutputColumn[], records: readonly ((column: OutputColumn) => Cell)[]) =>
  records.map((record) => Object.fromEntries(columns.map((column) => [column.name, record(column)])));

/** CSV does not distinguish null from an empty text for a reader like this one, nor a list of none from one of empty texts. */
const csv: FileReader = (file, columns) =>
  rowsOf(
    columns,
    parseCsv(file.toString('utf8')).map((record) => (column) => {
      const text = record[column.name] as string;
      if (text === '') return isList(column) ? [] : null;
      return isList(column) ? text.split(column.declaration.separator as string) : typed(column, text);
    }),
  );

const ndjson: FileReader = (file) =>
  file
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);

const json: FileReader = (file) => {
  const { data, count } = JSON.parse(file.toString('utf8')) as { data: Row[]; count: number };
  expect(count).toBe(data.length);
  return data;
};

/** By element the texts of its items, or the one text it has itself. */
const xml: FileReader = (file, columns) => {
  const records: Record<string, string[]>[] = [];
  const path: string[] = [];
  const parser = new SaxesParser();
  const lists = new Set(columns.filter(isList).map(({ name }) => name));
  parser.on('opentag', ({ name }) => {
    path.push(name);
    if (path.length === 2 && name === 'record') records.push({});
    if (path.length === 3 && path[1] === 'record') records.at(-1)![name] = lists.has(name) ? [] : [''];
    if (path.length === 4 && path[1] === 'record') records.at(-1)![path[2]!]!.push('');
  });
  parser.on('text', (text) => {
    const texts = path[1] === 'record' && path[2] ? records.at(-1)![path[2]] : undefined;
    if (texts) texts[texts.length - 1] += text;
  });
  parser.on('closetag', () => void path.pop());
  parser.write(file.toString('utf8')).close();
  return rowsOf(
    columns,
    records.map((record) => (column) => {
      const texts = record[column.name];
      if (isList(column)) return texts ?? [];
      return texts ? typed(column, texts[0]!) : null;
    }),
  );
};

const TIMES: Partial<Record<string, (date: Date) => string>> = {
  date: (date) => date.toISOString().slice(0, 10),
  datetime: (date) => `${date.toISOString().slice(0, 19)}Z`,
};

const xlsx: FileReader = async (file, columns) => {
  const [sheet] = (await readXlsx(file)).sheets;
  const [header, ...rows] = sheet!.rows;
  expect(header).toEqual(columns.map(({ name }) => name));
  return rowsOf(
    columns,
    rows.map((row) => (column) => {
      const value = row[columns.indexOf(column)] ?? null;
      if (isList(column)) return value === null ? [] : String(value).split(column.declaration.separator!);
      if (value instanceof Date) return TIMES[column.declaration.type]!(value);
      return value as Cell;
    }),
  );
};

const parquet: FileReader = (file) => readParquet(file).records as Row[];

interface Node {
  readonly '@id': string;
  readonly [key: string]: unknown;
}

/** The last part of an address: the id it was made of. */
const idOf = (address: string) => address.slice(address.lastIndexOf('/') + 1);

const jsonld: FileReader = (file, columns) => {
  const { '@context': context, '@graph': graph } = JSON.parse(file.toString('utf8')) as {
    '@context': Record<string, { '@type'?: string }>;
    '@graph': Node[];
  };
  return rowsOf(
    columns,
    graph.slice(1).map((node) => (column) => {
      expect(idOf(node['@id'])).toBe(node.id);
      const { declaration, locale } = column;
      const member = node[declaration.name] as Cell | Record<string, Cell> | undefined;
      const value = locale ? (member as Record<string, Cell> | undefined)?.[locale] : (member as Cell);
      if (context[declaration.name]!['@type'] === '@id') {
        if (isList(column)) return ((value ?? []) as string[]).map(idOf);
        return value === undefined ? null : idOf(String(value));
      }
      return value ?? (isList(column) ? [] : null);
    }),
  );
};

export const FILE_READERS: Readonly<Record<string, FileReader>> = {
  csv,
  json,
  ndjson,
  xml,
  xlsx,
  parquet,
  jsonld,
};
