import type { ModelAttribute } from '../../datasets/content-model';
import type { ImportColumn } from '../mapping/declaration';
import type { SourceValue } from '../source/source';
import { readBoolean, readVocabulary } from '../values/read-code';
import { readIsoDate } from '../values/iso-date';
import { readDate } from '../values/read-date';
import { readMoment } from '../values/read-moment';
import { readInteger, readNumber } from '../values/read-number';
import { readText } from '../values/read-text';
import { failed, known, shown } from '../values/reading';
import type { ValueProblem, ValueReading } from '../values/result';
import type { AttributeValue } from './import-document';

/** What the values of a source are read by. */
export interface Conversion {
  /** Languages of the source, its own first. */
  readonly languages: readonly string[];
  /** Name of the attribute, for messages. */
  readonly attribute: string;
}

const NOTHING: ValueReading<AttributeValue> = { value: null, problems: [] };

/** The text of a value that is no list; a day is its ISO form. */
export function textOf(value: SourceValue): string | null {
  if (value === null) return null;
  if (typeof value === 'object')
    return 'day' in value ? value.day : value.map((item) => textOf(item) ?? '').join('\n');
  return String(value);
}

/** What stands for a word of the source in the table of its column; the word itself without one. */
export const translated = (text: string, { values }: ImportColumn): string =>
  values === undefined ? text.trim() : (readVocabulary(text, values).value ?? text.trim());

/** A value of the source as the attribute holds it; limits are checked on the whole document. */
export function convertValue(
  value: SourceValue,
  schema: ModelAttribute,
  column: ImportColumn,
  conversion: Conversion,
): ValueReading<AttributeValue> {
  const text = textOf(value);
  if (text === null) return NOTHING;
  switch (schema.type) {
    case 'enumeration': {
      if (!column.values && schema.enum?.includes(text)) return known(text);
      const labels = Object.fromEntries((schema.enum ?? []).map((code) => [code, [code]]));
      return readVocabulary(text, column.values ?? {}, { labels });
    }
    case 'integer':
    case 'biginteger':
      return readInteger(typeof value === 'number' ? value : text);
    case 'float':
    case 'decimal':
      return readNumber(typeof value === 'number' ? value : text);
    case 'boolean':
      return readBoolean(typeof value === 'boolean' ? value : text);
    case 'date':
      return convertDay(text, column, conversion);
    case 'datetime':
      return readMoment(text, { isExported: column.format === 'exported' });
    default:
      return convertText(text, schema, column, conversion);
  }
}

/** A day as the exports write it, in the years that `readDate` takes. */
const PLAIN_DAY = /^(?:19|20|21)\d\d-\d\d-\d\d$/;

function convertDay(
  text: string,
  { dateOrder }: ImportColumn,
  { languages }: Conversion,
): ValueReading<AttributeValue> {
  if (PLAIN_DAY.test(text) && readIsoDate(text)) return known(text);
  const { value, problems } = readDate(text, { languages, order: dateOrder });
  if (value === null || value.kind === 'not-specified') return { value: null, problems };
  const { start } = value;
  return value.kind === 'single' && start?.precision === 'day'
    ? known(start.date)
    : failed('date-needs-day', { value: shown(text) });
}

function convertText(
  text: string,
  schema: ModelAttribute & { readonly maxLength?: number },
  column: ImportColumn,
  { attribute }: Conversion,
): ValueReading<AttributeValue> {
  if (column.values) return readVocabulary(text, column.values);
  if (column.format === 'exported') return known(text);
  const { maxLength } = schema;
  const format = column.format ?? (schema.type === 'richtext' ? 'markdown' : 'plain');
  const limit = column.shorten ? undefined : maxLength;
  const reading = readText(text, { format, maxLength: limit, attribute });
  const { value } = reading;
  // An empty cell of a spreadsheet is no value.
  if (value === null || value === '') return { ...reading, value: null };
  if (maxLength === undefined || value.length <= maxLength) return reading;
  const values = { length: value.length, limit: maxLength };
  const problem: ValueProblem = { severity: 'warning', code: 'text-shortened', values };
  return { value: shortened(value, maxLength), problems: [...reading.problems, problem] };
}

const ELLIPSIS = '…';

/** The beginning of a text, cut at the end of a word. */
function shortened(text: string, limit: number): string {
  const start = text.slice(0, limit - ELLIPSIS.length);
  const end = start.lastIndexOf(' ');
  return `${(end > limit / 2 ? start.slice(0, end) : start).trimEnd()}${ELLIPSIS}`;
}
