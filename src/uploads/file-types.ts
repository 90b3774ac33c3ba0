/** A kind of file the media library accepts. */
export interface FileType {
  /** The stored and served content type. */
  readonly mime: string;
  /** File extensions, in lower case; a replacement may change between them. */
  readonly endings: readonly string[];
  /** Signatures detected in it. Text has none: `plain-text.ts` decides. */
  readonly contents: readonly string[] | 'text';
  /** Raster images that are processed here, and displayed by browsers without running anything. */
  readonly isRaster?: true;
}

const raster = (mime: string, endings: string[], ...more: string[]): FileType => ({
  mime,
  endings,
  contents: [mime, ...more],
  isRaster: true,
});
const only = (mime: string, ending: string): FileType => ({ mime, endings: [ending], contents: [mime] });
const text = (mime: string, ending: string): FileType => ({ mime, endings: [ending], contents: 'text' });

/** Word, Excel and PowerPoint until 2003 share one container (CFB). */
const binaryOffice = (mime: string, ending: string): FileType => ({
  mime,
  endings: [ending],
  contents: ['application/x-cfb'],
});
const OFFICE_OPEN = 'application/vnd.openxmlformats-officedocument';
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument';

/**
 * Every kind of file the media library accepts; others are refused. SVG is not among them: it is a document with
 * scripts. Nor are office documents with macros.
 */
export const FILE_TYPES: readonly FileType[] = [
  raster('image/png', ['.png'], 'image/apng'),
  raster('image/jpeg', ['.jpg', '.jpeg']),
  raster('image/gif', ['.gif']),
  raster('image/webp', ['.webp']),
  raster('image/avif', ['.avif']),
  raster('image/tiff', ['.tif', '.tiff']),
  only('application/pdf', '.pdf'),
  only(`${OFFICE_OPEN}.wordprocessingml.document`, '.docx'),
  only(`${OFFICE_OPEN}.spreadsheetml.sheet`, '.xlsx'),
  only(`${OFFICE_OPEN}.presentationml.presentation`, '.pptx'),
  only(`${OPEN_DOCUMENT}.text`, '.odt'),
  only(`${OPEN_DOCUMENT}.spreadsheet`, '.ods'),
  only(`${OPEN_DOCUMENT}.presentation`, '.odp'),
  binaryOffice('application/msword', '.doc'),
  binaryOffice('application/vnd.ms-excel', '.xls'),
  binaryOffice('application/vnd.ms-powerpoint', '.ppt'),
  text('text/csv', '.csv'),
  text('text/tab-separated-values', '.tsv'),
  text('text/plain', '.txt'),
  only('application/zip', '.zip'),
];

/** The kind of file of an extension, case-insensitive. */
export const typeOfEnding = (ending: string): FileType | undefined =>
  FILE_TYPES.find(({ endings }) => endings.includes(ending.toLowerCase()));

/** The extension for a content with a signature of its own: text has none, and old office formats share one. */
export const endingOfContent = (sniffed: string | null): string | undefined =>
  FILE_TYPES.find(({ mime, contents }) => mime === sniffed && contents.includes(mime))?.endings[0];

/** The extensions of these kinds, for messages. */
export const endingsOf = (types: readonly FileType[]): string =>
  types.flatMap(({ endings }) => endings).join(', ');
