import type { ModelAttribute } from '../../datasets/content-model';
import type { ImportColumn } from '../mapping/declaration';
import type { SourceValue } from '../source/source';
import { unguarded } from '../values/exported';
import type { ValueProblem, ValueReading } from '../values/result';
import type { AttributeValue } from './import-document';

const LONGEST_SHOWN = 200;
export const shownValue = (value: unknown): string => String(value).slice(0, LONGEST_SHOWN);

const failed = (code: string, values: ValueProblem['values']): ValueReading<AttributeValue> => ({
  value: null,
  problems: [{ severity: 'error', code, values }],
});
const read = (value: AttributeValue): ValueReading<AttributeValue> => ({ value, problems: [] });

/** The text of a value that is no list; a day is its ISO form. */
export function textOf(value: SourceValue): string | null {
  if (value === null) return null;
  if (typeof value === 'object')
    return 'day' in value ? value.day : value.map((item) => textOf(item) ?? '').join('\n');
  return String(value);
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const INTEGER = /^[+-]?\d+$/;
const DECIMAL = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/** Whether a text is the ISO form of a day that exists. */
export function isIsoDay(text: string): boolean {
  if (!ISO_DAY.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** The code of a value of an enumeration, by the words of the mapping or the code itself. */
function vocabularyCode(
  text: string,
  codes: readonly string[],
  words: ImportColumn['values'] = {},
): string | null {
  const wanted = text.trim().toLowerCase();
  const byWord = Object.entries(words).find(([word]) => word.trim().toLowerCase() === wanted)?.[1];
  return byWord ?? codes.find((code) => code.toLowerCase() === wanted) ?? null;
}

/** A value of the source as the attribute holds it; checks of length and limits are made on the whole document. */
export function convertValue(
  value: SourceValue,
  schema: ModelAttribute,
  column: ImportColumn,
): ValueReading<AttributeValue> {
  const text = textOf(value);
  if (text === null) return read(null);
  if (schema.type === 'enumeration') {
    if (text.trim() === '') return read(null);
    const code = vocabularyCode(text, schema.enum ?? [], column.values);
    if (code !== null) return read(code);
    return failed('value-unknown', {
      value: shownValue(text),
      known: [...Object.keys(column.values ?? {}), ...(schema.enum ?? [])].join(', '),
    });
  }
  switch (schema.type) {
    case 'integer':
    case 'biginteger':
    case 'float':
    case 'decimal':
      return convertNumber(text, schema);
    case 'boolean':
      return convertBoolean(value, text);
    case 'date':
      return text.trim() === ''
        ? read(null)
        : isIsoDay(text.trim())
          ? read(text.trim())
          : failed('date-not-understood', { value: shownValue(text) });
    case 'datetime':
      return convertMoment(text);
    default:
      return convertText(text, schema, column);
  }
}

function convertText(
  text: string,
  schema: ModelAttribute,
  column: ImportColumn,
): ValueReading<AttributeValue> {
  if (column.values) {
    if (text.trim() === '') return read(null);
    const code = vocabularyCode(text, [], column.values);
    const known = Object.keys(column.values).join(', ');
    return code === null ? failed('value-unknown', { value: shownValue(text), known }) : read(code);
  }
  const value = column.format === 'exported' ? unguarded(text) : text;
  const { maxLength } = schema as { maxLength?: number };
  if (!column.shorten || maxLength === undefined || value.length <= maxLength) return read(value);
  const short = shortened(value, maxLength);
  const values = { length: value.length, limit: maxLength };
  return { value: short, problems: [{ severity: 'warning', code: 'text-shortened', values }] };
}

const ELLIPSIS = '…';

/** The beginning of a text, cut at the end of a word. */
function shortened(text: string, limit: number): string {
  const start = text.slice(0, limit - ELLIPSIS.length);
  const end = start.lastIndexOf(' ');
  return `${(end > limit / 2 ? start.slice(0, end) : start).trimEnd()}${ELLIPSIS}`;
}

function convertNumber(text: string, { type }: ModelAttribute): ValueReading<AttributeValue> {
  const trimmed = text.trim();
  if (trimmed === '') return read(null);
  const form = type === 'integer' || type === 'biginteger' ? INTEGER : DECIMAL;
  return form.test(trimmed)
    ? read(Number(trimmed))
    : failed('number-not-understood', { value: shownValue(text) });
}

function convertBoolean(value: SourceValue, text: string): ValueReading<AttributeValue> {
  if (typeof value === 'boolean') return read(value);
  const word = text.trim().toLowerCase();
  if (word === '') return read(null);
  if (word === 'true' || word === '1') return read(true);
  if (word === 'false' || word === '0') return read(false);
  return failed('boolean-not-understood', { value: shownValue(text) });
}

function convertMoment(text: string): ValueReading<AttributeValue> {
  if (text.trim() === '') return read(null);
  const at = Date.parse(text.trim());
  if (!/^\d{4}-\d{2}-\d{2}T/.test(text.trim()) || Number.isNaN(at)) {
    return failed('date-not-understood', { value: shownValue(text) });
  }
  return read(new Date(at).toISOString());
}
