import type { ByteSink } from '../bytes/byte-sink';
import { NOTHING } from '../bytes/cell-row';
import { xmlCopier, type XmlCopier } from '../bytes/xml-escape';
import type { OutputColumn } from '../../datasets/output-columns';
import { escapeXml } from '../../markup/escape';
import { rowFormat, type FileContext, type RowWriter } from './format';
import { xmlNamespace, XML_SCHEMA_INSTANCE } from './xml-names';

const encoder = new TextEncoder();

const attribute = (name: string, value: string): string => ` ${name}="${escapeXml(value)}"`;

const element = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`;

interface ElementWriter {
  readonly before: Uint8Array;
  readonly copy: XmlCopier;
  readonly after: Uint8Array;
}

/** A column's name is validated as snake_case, so that it is a valid XML name. */
function elementWriter({ name, declaration, locale }: OutputColumn): ElementWriter {
  const opening = `<${name}${locale ? attribute('xml:lang', locale) : ''}>`;
  const isList = declaration.separator !== undefined;
  return {
    before: encoder.encode(isList ? `${opening}<item>` : opening),
    copy: xmlCopier('</item><item>'),
    after: encoder.encode(isList ? `</item></${name}>` : `</${name}>`),
  };
}

/**
 * One XML document. A null cell has no element, an empty text an empty one; `count` comes last, so that a complete
 * file states its number of rows.
 */
export function xmlWriter({
  dataset,
  columns,
  locale,
  base,
  licence,
}: Pick<FileContext, 'dataset' | 'columns' | 'locale' | 'base' | 'licence'>): RowWriter {
  const elements = columns.map(elementWriter);
  const key = columns.findIndex(({ declaration }) => declaration.name === dataset.key);
  const copyId = xmlCopier('', 'attribute');
  const [opening, openingOfId] = ['<record>', '<record id="'].map((text) => encoder.encode(text)) as [
    Uint8Array,
    Uint8Array,
  ];
  const [afterId, closing] = ['">', '</record>\n'].map((text) => encoder.encode(text)) as [
    Uint8Array,
    Uint8Array,
  ];
  const write = (sink: ByteSink, bytes: Uint8Array) => sink.copy(bytes, 0, bytes.length);
  const namespace = xmlNamespace(dataset);
  return {
    start: (sink) =>
      sink.text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<dataset' +
          attribute('xmlns', namespace) +
          attribute('xmlns:xsi', XML_SCHEMA_INSTANCE) +
          attribute('xsi:schemaLocation', `${namespace} ${base}/${dataset.name}.xsd`) +
          attribute('name', dataset.name) +
          (locale ? attribute('locale', locale) : '') +
          `>\n<license>${element('name', licence.name)}${element('url', licence.url)}</license>\n`,
      ),
    row({ sources, starts, ends }, sink) {
      if (key < 0) {
        write(sink, opening);
      } else {
        write(sink, openingOfId);
        copyId(sink, sources[key] as Uint8Array, starts[key] as number, ends[key] as number);
        write(sink, afterId);
      }
      for (let column = 0; column < elements.length; column += 1) {
        const end = ends[column] as number;
        if (end === NOTHING) continue;
        const { before, copy, after } = elements[column] as ElementWriter;
        write(sink, before);
        copy(sink, sources[column] as Uint8Array, starts[column] as number, end);
        write(sink, after);
      }
      write(sink, closing);
    },
    end: (sink, count) => sink.text(`<count>${count}</count>\n</dataset>\n`),
  };
}

export const xml = rowFormat(
  { extension: 'xml', mediaType: 'application/xml; charset=utf-8', parameters: () => ({}) },
  xmlWriter,
);
