import type { SourceFormat } from './source';

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
/** Compound files: workbooks of before 2007 and encrypted ones. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** Formats detected by the first bytes; `encrypted` is also a workbook of before 2007. */
export function formatOfBytes(sample: Buffer): 'xlsx' | 'encrypted' | null {
  if (sample.subarray(0, ZIP.length).equals(ZIP)) return 'xlsx';
  return sample.subarray(0, COMPOUND.length).equals(COMPOUND) ? 'encrypted' : null;
}

const isObject = (text: string): boolean => {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value);
  } catch {
    return false;
  }
};

const endingOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase();

/** Whether a file is named as lines of JSON: such a file without any line is an empty table. */
export const isNamedAsLines = (name: string): boolean => ['ndjson', 'jsonl'].includes(endingOf(name));

/** The format of a text: by how it begins, then by the ending of the file's name. */
export function formatOfText(beginning: string, name: string): Exclude<SourceFormat, 'xlsx'> {
  const isLines = isNamedAsLines(name);
  const text = beginning.trimStart();
  if (/^\{\s*["}]/.test(text)) {
    const [first = '', second = ''] = text.split('\n').filter((line) => line.trim() !== '');
    return isLines || (isObject(first) && second.trimStart().startsWith('{')) ? 'ndjson' : 'json';
  }
  if (/^\[\s*[{\]]/.test(text)) return isLines ? 'ndjson' : 'json';
  if (isLines) return 'ndjson';
  return endingOf(name) === 'json' ? 'json' : 'csv';
}
