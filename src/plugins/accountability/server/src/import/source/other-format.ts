/** First bytes of formats that are not read; none of them begins a text that is a table. */
const SIGNATURES: readonly (readonly [format: string, bytes: string, at?: number])[] = [
  ['PDF', '%PDF-'],
  ['PNG', '\x89PNG\r\n\x1a\n'],
  ['JPEG', '\xff\xd8\xff'],
  ['GIF', 'GIF87a'],
  ['GIF', 'GIF89a'],
  ['WebP', 'WEBP', 8],
  ['TIFF', 'II*\0'],
  ['TIFF', 'MM\0*'],
  ['gzip', '\x1f\x8b\x08'],
  ['7z', '7z\xbc\xaf\x27\x1c'],
  ['RAR', 'Rar!\x1a\x07'],
  ['RTF', '{\\rtf'],
  ['SQLite', 'SQLite format 3\0'],
  ['Parquet', 'PAR1'],
  ['Arrow', 'ARROW1\0\0'],
];

/** The name of a format that is not read, by the first bytes of a file; null where they say nothing. */
export const otherFormatOfBytes = (sample: Buffer): string | null =>
  SIGNATURES.find(([, signature, at = 0]) => {
    const bytes = Buffer.from(signature, 'latin1');
    return sample.subarray(at, at + bytes.length).equals(bytes);
  })?.[0] ?? null;

/** The name of a format of texts that is no table, by how the text begins: pages and XML that are called `.xls`. */
export function otherFormatOfText(beginning: string): string | null {
  const start = beginning
    .replace(/^\uFEFF/, '')
    .trimStart()
    .slice(0, 20)
    .toLowerCase();
  if (['<!doctype html', '<html', '<table'].some((tag) => start.startsWith(tag))) return 'HTML';
  return start.startsWith('<?xml') ? 'XML' : null;
}
