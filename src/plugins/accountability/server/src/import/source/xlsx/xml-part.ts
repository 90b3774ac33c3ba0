import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import type { SourceLimits } from '../limits';
import type { Archive } from './archive';
import { brokenPart, WorkbookError } from './workbook-error';

/** What a part is read with. Names come without prefix. */
export interface XmlHandler {
  open(name: string, attribute: (name: string) => string | undefined): void;
  close(name: string): void;
  text?(text: string): void;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Attributes by local name, so that `r:id` is found under any prefix of its namespace. */
const attributeOf =
  (attributes: Readonly<Record<string, string>>) =>
  (wanted: string): string | undefined =>
    attributes[wanted] ??
    Object.entries(attributes).find(([name]) => name.includes(':') && localName(name) === wanted)?.[1];

function decoderOf(first: Buffer): TextDecoder {
  if (first[0] === 0xff && first[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
  if (first[0] === 0xfe && first[1] === 0xff) return new TextDecoder('utf-16be', { fatal: true });
  return new TextDecoder('utf-8', { fatal: true });
}

/**
 * Reads a part as XML and yields after each chunk, so that what the handler has collected can be handed on.
 * Document types, and with them entities of one's own, are refused; so is one text over the limit of a row.
 */
export async function* readXml(
  archive: Archive,
  part: string,
  handler: XmlHandler,
  limits: Pick<SourceLimits, 'rowBytes'>,
): AsyncGenerator<void, void, void> {
  const parser = new SaxesParser({ position: false, xmlns: false });
  let sinceEvent = 0;
  parser.on('doctype', () => {
    throw new WorkbookError('xlsx-broken', { part });
  });
  parser.on('opentag', ({ name, attributes }) => {
    sinceEvent = 0;
    handler.open(localName(name), attributeOf(attributes));
  });
  parser.on('closetag', ({ name }) => {
    sinceEvent = 0;
    handler.close(localName(name));
  });
  if (handler.text) {
    const text = handler.text.bind(handler);
    parser.on('text', text);
    parser.on('cdata', text);
  }
  let decoder: TextDecoder | null = null;
  for await (const chunk of archive.read(part)) {
    decoder ??= decoderOf(chunk);
    try {
      parser.write(decoder.decode(chunk, { stream: true }));
    } catch (error) {
      throw brokenPart(part, error);
    }
    sinceEvent += chunk.length;
    if (sinceEvent > limits.rowBytes) {
      throw new WorkbookError('row-too-large', { megabytes: limits.rowBytes / 1024 / 1024 });
    }
    yield;
  }
  try {
    if (decoder) parser.write(decoder.decode());
    parser.close();
  } catch (error) {
    throw brokenPart(part, error);
  }
  yield;
}

/** Reads a whole part that is small. */
export async function readSmallXml(...parameters: Parameters<typeof readXml>): Promise<void> {
  for await (const _ of readXml(...parameters));
}
