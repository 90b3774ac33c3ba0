import { endingsOf, FILE_TYPES, typeOfEnding, type FileType } from './file-types';

/** What has been found out about a file, before anything of it is stored. */
export interface FoundFile {
  readonly name: string;
  readonly bytes: number;
  /** The type its content shows, by signature; null where none is known. */
  readonly sniffed: string | null;
  /** How it reads as text, only asked for where the ending names one. */
  readonly text?: 'text' | 'markup' | 'binary';
  /** Only asked for where it is a picture; null where it cannot be read as one. */
  readonly pixels?: Pixels | null;
}

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Pictures in the file: an animation has several. */
  readonly frames: number;
}

export interface UploadLimits {
  readonly bytes: number;
  /** The most pixels of a picture, all frames together, in millions. */
  readonly megapixels: number;
  /** Kinds of file; by default all that the media library takes. */
  readonly types?: readonly FileType[];
  /** The ending of the file that is replaced. */
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
  /** What its sentence tells. */
  readonly values: Readonly<Record<string, string>>;
}

const MEGABYTE = 1024 * 1024;

/** Formats that are written in text, and yet no plain text. Other signatures of few letters begin some tables. */
const NO_PLAIN_TEXT = [
  'application/pdf',
  'application/rtf',
  'application/postscript',
  'application/xml',
  'image/svg+xml',
];

/** The ending of a name with its dot, in lower case; empty where it has none. */
export const endingOf = (name: string): string => /[^.](\.[^./\\\s]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** Numbers for people: 25, 0.4, 130. */
const rounded = (value: number): string =>
  String(value >= 10 ? Math.ceil(value) : Math.ceil(value * 10) / 10);

/** Why a file is refused before it is looked into: by its name and size alone; null where it may be looked into. */
export function judgeName(name: string, bytes: number, limits: UploadLimits): UploadFault | null {
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

/** Why a file is refused, by all that was found out about it; null where the media library takes it. */
export function judgeFile(file: FoundFile, limits: UploadLimits): UploadFault | null {
  const byName = judgeName(file.name, file.bytes, limits);
  if (byName) return byName;
  const ending = endingOf(file.name);
  const type = typeOfEnding(ending) as FileType;
  if (!agrees(file, type)) {
    return { code: 'FILE_CONTENT_DIFFERS', values: { ending, found: foundIn(file) } };
  }
  return type.isRaster ? judgePixels(file.pixels, ending, limits) : null;
}

function agrees({ sniffed, text }: FoundFile, { contents }: FileType): boolean {
  if (contents === 'text') return text === 'text' && !NO_PLAIN_TEXT.includes(sniffed ?? '');
  return contents.includes(sniffed ?? '');
}

function foundIn({ sniffed, text }: FoundFile): string {
  if (text === 'markup') return 'HTML/XML';
  return sniffed ?? '';
}

function judgePixels(
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
