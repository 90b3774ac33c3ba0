import { endingsOf, FILE_TYPES, typeOfEnding, type FileType } from './file-types';

/** Results of a file's inspection, before it is stored. */
export interface FoundFile {
  readonly name: string;
  readonly bytes: number;
  /** The content type detected by signature; null for none. */
  readonly sniffed: string | null;
  /** Result of the text check, only for text extensions. */
  readonly text?: 'text' | 'markup' | 'binary';
  /** Only for pictures; null for an unreadable one. */
  readonly pixels?: Pixels | null;
}

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Frames in the file: an animation has several. */
  readonly frames: number;
}

export interface UploadLimits {
  readonly bytes: number;
  /** Maximum pixels of a picture, all frames together, in millions. */
  readonly megapixels: number;
  /** Accepted kinds of file; by default all of the media library's. */
  readonly types?: readonly FileType[];
  /** The extension of the replaced file. */
  readonly replaces?: string;
}

export type UploadFaultCode =
  | 'FILE_WITHOUT_ENDING'
  | 'FILE_TYPE_NOT_ALLOWED'
  | 'FILE_CONTENT_DIFFERS'
  | 'FILE_TOO_LARGE'
  | 'IMAGE_UNREADABLE'
  | 'IMAGE_TOO_LARGE'
  | 'REPLACEMENT_DIFFERS';

export interface UploadFault {
  readonly code: UploadFaultCode;
  /** Values of its message. */
  readonly values: Readonly<Record<string, string>>;
}

const MEGABYTE = 1024 * 1024;

/** Text-based formats that are not plain text. Other short signatures also occur at the start of tables. */
const NO_PLAIN_TEXT = [
  'application/pdf',
  'application/rtf',
  'application/postscript',
  'application/xml',
  'image/svg+xml',
];

/** The extension of a name with its dot, in lower case; empty where it has none. */
export const endingOf = (name: string): string => /[^.](\.[^./\\\s]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** Human-readable numbers: 25, 0.4, 130. */
const rounded = (value: number): string =>
  String(value >= 10 ? Math.ceil(value) : Math.ceil(value * 10) / 10);

/** Why a file is refused before it is inspected: by its name and size alone; null where it may be inspected. */
export function validateName(name: string, bytes: number, limits: UploadLimits): UploadFault | null {
  const ending = endingOf(name);
  const types = limits.types ?? FILE_TYPES;
  const allowed = endingsOf(types);
  if (!ending) return { code: 'FILE_WITHOUT_ENDING', values: { allowed } };
  const type = typeOfEnding(ending);
  if (!type || !types.includes(type)) return { code: 'FILE_TYPE_NOT_ALLOWED', values: { ending, allowed } };
  if (bytes > limits.bytes) {
    const values = { size: rounded(bytes / MEGABYTE), most: rounded(limits.bytes / MEGABYTE) };
    return { code: 'FILE_TOO_LARGE', values };
  }
  const { replaces } = limits;
  if (replaces !== undefined && typeOfEnding(replaces) !== type) {
    return { code: 'REPLACEMENT_DIFFERS', values: { ending, stored: replaces } };
  }
  return null;
}

/** Why a file is refused after its inspection; null where it is accepted. */
export function validateFile(file: FoundFile, limits: UploadLimits): UploadFault | null {
  const byName = validateName(file.name, file.bytes, limits);
  if (byName) return byName;
  const ending = endingOf(file.name);
  const type = typeOfEnding(ending) as FileType;
  if (!agrees(file, type)) {
    return { code: 'FILE_CONTENT_DIFFERS', values: { ending, found: foundIn(file) } };
  }
  return type.isRaster ? validatePixels(file.pixels, ending, limits) : null;
}

function agrees({ sniffed, text }: FoundFile, { contents }: FileType): boolean {
  if (contents === 'text') return text === 'text' && !NO_PLAIN_TEXT.includes(sniffed ?? '');
  return contents.includes(sniffed ?? '');
}

function foundIn({ sniffed, text }: FoundFile): string {
  if (text === 'markup') return 'HTML/XML';
  return sniffed ?? '';
}

function validatePixels(
  pixels: Pixels | null | undefined,
  ending: string,
  { megapixels }: UploadLimits,
): UploadFault | null {
  if (!pixels) return { code: 'IMAGE_UNREADABLE', values: { ending } };
  const { width, height, frames } = pixels;
  if (width * height * frames <= megapixels * 1e6) return null;
  const shape = [width, height, ...(frames > 1 ? [frames] : [])].join(' × ');
  return { code: 'IMAGE_TOO_LARGE', values: { pixels: shape, most: String(megapixels) } };
}
