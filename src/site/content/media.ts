import { webAddress } from '../addresses';

/** A file of the media library as the content API gives it. */
export interface MediaFile {
  readonly name: string;
  /** On this site, or of whatever keeps its files. */
  readonly address: string;
  /** Such as `PDF`; null where nothing tells it. */
  readonly type: string | null;
  readonly kilobytes: number | null;
}

/** A small picture of this site: pages show none of anybody else. */
export interface Picture {
  readonly address: string;
  readonly width: number | null;
  readonly height: number | null;
  /** What an editor wrote for those who do not see it. */
  readonly alternative: string | null;
}

type Answer = Readonly<Record<string, unknown>>;

const FILE = ['name', 'url', 'ext', 'mime', 'size'];
const PICTURE = ['url', 'width', 'height', 'alternativeText', 'formats'];

const fields = (names: readonly string[]): string[] =>
  names.map((name, index) => `[fields][${index}]=${name}`);

/** What to ask the content API for, behind the name of an attribute. */
export const FILE_FIELDS: readonly string[] = fields(FILE);
export const PICTURE_FIELDS: readonly string[] = fields(PICTURE);

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const numberOf = (value: unknown): number | null => (typeof value === 'number' && value > 0 ? value : null);

/** Whether an address is a path of this site; `//` would be another one's. */
const isOwn = (address: string): boolean => /^\/(?![/\\])/.test(address);

/** What a media attribute holds, as a file to take; null where there is none, or none that may be linked to. */
export function fileOf(media: unknown): MediaFile | null {
  const answer = (media ?? {}) as Answer;
  const url = textOf(answer.url);
  const address = url !== null && isOwn(url) ? url : webAddress(url);
  if (address === null) return null;
  const extension = textOf(answer.ext)?.replace(/^\./, '') ?? textOf(answer.mime)?.split('/')[1];
  return {
    name: textOf(answer.name) ?? address,
    address,
    type: extension ? extension.toUpperCase() : null,
    kilobytes: numberOf(answer.size),
  };
}

/** What a media attribute holds, as a small picture; null where there is none on this site. */
export function pictureOf(media: unknown): Picture | null {
  const answer = (media ?? {}) as Answer;
  const small = (answer.formats as { thumbnail?: Answer } | null | undefined)?.thumbnail ?? answer;
  const address = textOf(small.url);
  if (address === null || !isOwn(address)) return null;
  return {
    address,
    width: numberOf(small.width),
    height: numberOf(small.height),
    alternative: textOf(answer.alternativeText),
  };
}
