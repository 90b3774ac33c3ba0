import { parseCsv } from './csv';

/** What the judge below reads of a Table Schema (Data Package, version 2). */
export interface TableSchema {
  fields: {
    name: string;
    type: string;
    constraints?: { required?: boolean; unique?: boolean; enum?: string[] };
  }[];
  primaryKey: string[];
  foreignKeys?: { fields: string[]; reference: { resource?: string; fields: string[] } }[];
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

const FITS: Record<string, (text: string) => boolean> = {
  string: () => true,
  integer: (text) => /^[+-]?\d+$/.test(text),
  number: (text) => /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text),
  boolean: (text) => text === 'true' || text === 'false',
  date: isDay,
  datetime: (text) => /^[^T]+T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/.test(text) && isDay(text.slice(0, 10)),
};

/** What in a CSV file does not fit its schema, one line each; written apart from the writer it judges. */
export function tableFaults(csv: string, { fields, primaryKey }: TableSchema): string[] {
  const header = csv.slice(0, csv.indexOf('\r\n')).split(',');
  const names = fields.map(({ name }) => name);
  if (header.join() !== names.join()) return [`header ${header.join()} instead of ${names.join()}`];
  const rows = parseCsv(csv);
  return fields.flatMap(({ name, type, constraints = {} }) => {
    const values = rows.map((row) => row[name]!);
    const given = values.filter((value) => value !== '');
    const isKey = primaryKey.includes(name);
    const faults = given
      .filter((value) => !FITS[type]!(value) || (constraints.enum && !constraints.enum.includes(value)))
      .map((value) => `${name}: "${value}" is no ${type} it may have`);
    if ((constraints.required || isKey) && given.length < values.length)
      faults.push(`${name}: a value is missing`);
    if ((constraints.unique || isKey) && new Set(given).size < given.length)
      faults.push(`${name}: a value twice`);
    return faults;
  });
}
