import { text } from 'node:stream/consumers';
import type { Archive } from './archive';

/** A part that is in every file of a format that is not read. */
const PARTS: readonly (readonly [format: string, part: string])[] = [
  ['DOCX', 'word/document.xml'],
  ['PPTX', 'ppt/presentation.xml'],
  ['XLSB', 'xl/workbook.bin'],
];

/** By their media types (OpenDocument 1.3, part 2, 3.3). */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  'application/vnd.oasis.opendocument.spreadsheet': 'ODS',
  'application/vnd.oasis.opendocument.text': 'ODT',
  'application/vnd.oasis.opendocument.presentation': 'ODP',
  'application/epub+zip': 'EPUB',
};

/** The name of the format of an archive that is no XLSX workbook; null where it may be one. */
export async function otherArchive(archive: Archive): Promise<string | null> {
  const known = PARTS.find(([, part]) => archive.has(part));
  if (known) return known[0];
  if (archive.has('mimetype')) return MEDIA_TYPES[(await text(archive.read('mimetype'))).trim()] ?? 'ZIP';
  return archive.has('_rels/.rels') || archive.has('xl/workbook.xml') ? null : 'ZIP';
}
