import type { ByteSink } from '../bytes/byte-sink';
import { NOTHING, type CellRow } from '../bytes/cell-row';
import { copyEscaped, type Escapes } from '../bytes/escape';
import { rowFormat, type FileContext, type RowWriter } from './format';
import { addressAround, declarationsOf, jsonLdContext } from './json-ld-context';
import { BARE, stringEscapes } from './json-record';

type LinkedContext = Pick<FileContext, 'dataset' | 'columns' | 'base' | 'licence'>;

/** Source of a value, and what surrounds it. */
interface Value {
  readonly column: number;
  readonly before: string;
  readonly escapes: Escapes;
  readonly after: string;
}

/** A key of the record; a localized one has a value for each language. */
interface Member {
  readonly before: string;
  readonly values: readonly Value[];
  readonly after: string;
}

const quoted = (text: string): string => JSON.stringify(text);

function membersOf(context: LinkedContext): Member[] {
  const { columns, dataset, base } = context;
  return declarationsOf(context).map((declaration) => {
    const { address } = dataset.linkedData?.columns?.[declaration.name] ?? {};
    const [start, end] = address === undefined ? ['', ''] : addressAround(base, address).map(inString);
    const isBare = BARE.has(declaration.type) && declaration.separator === undefined;
    const [open, close] = isBare ? ['', ''] : [`"${start}`, `${end}"`];
    const isList = declaration.separator !== undefined;
    const values = columns.flatMap((column, index): Value[] => {
      if (column.declaration !== declaration) return [];
      const language = column.locale === null ? '' : `${quoted(column.locale)}:`;
      return [
        {
          column: index,
          before: `${language}${isList ? '[' : ''}${open}`,
          escapes: stringEscapes(`${close},${open}`),
          after: `${close}${isList ? ']' : ''}`,
        },
      ];
    });
    const isMap = declaration.localized === true;
    return { before: `${quoted(declaration.name)}:${isMap ? '{' : ''}`, values, after: isMap ? '}' : '' };
  });
}

/** A text as it is written inside of a JSON string. */
const inString = (text: string): string => quoted(text).slice(1, -1);

function writeMember({ before, values, after }: Member, row: CellRow, sink: ByteSink): void {
  let between = `,${before}`;
  for (const { column, before: opening, escapes, after: closing } of values) {
    const end = row.ends[column] as number;
    if (end === NOTHING) continue;
    sink.text(between + opening);
    copyEscaped(sink, row.sources[column] as Uint8Array, row.starts[column] as number, end, escapes);
    sink.text(closing);
    between = ',';
  }
  if (between === ',') sink.text(after);
}

/**
 * JSON-LD 1.1: a context, and a graph of the dataset itself and its rows. A row's `@id` is its address in the
 * content API; columns that reference other documents contain their addresses; texts of several languages are
 * language maps. Null values have no key. Without the key column the rows have no `@id`.
 */
export function jsonLdWriter(context: LinkedContext): RowWriter {
  const { dataset, columns, base, licence } = context;
  const { type = '', id = '' } = dataset.linkedData ?? {};
  const members = membersOf(context);
  const key = columns.findIndex(({ declaration }) => declaration.name === dataset.key);
  const [beforeId, afterId] = addressAround(base, id).map(inString);
  const inId = stringEscapes('');
  const about = {
    '@id': `${base}/${dataset.name}`,
    '@type': 'http://www.w3.org/ns/dcat#Dataset',
    'http://purl.org/dc/terms/license': { '@id': licence.url },
  };
  return {
    start: (sink) =>
      sink.text(`{"@context":${JSON.stringify(jsonLdContext(context))},"@graph":[\n${JSON.stringify(about)}`),
    row(row, sink) {
      sink.text(',\n{');
      if (key >= 0) {
        sink.text(`"@id":"${beforeId}`);
        const source = row.sources[key] as Uint8Array;
        copyEscaped(sink, source, row.starts[key] as number, row.ends[key] as number, inId);
        sink.text(`${afterId}",`);
      }
      sink.text(`"@type":${quoted(type)}`);
      for (const member of members) writeMember(member, row, sink);
      sink.text('}');
    },
    end: (sink) => sink.text('\n]}\n'),
  };
}

export const jsonLd = rowFormat(
  {
    extension: 'jsonld',
    mediaType: 'application/ld+json; charset=utf-8',
    parameters: () => ({}),
    isFor: ({ linkedData }) => linkedData !== undefined,
    marksLanguages: true,
  },
  jsonLdWriter,
);
