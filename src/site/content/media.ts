import { webAddress } from '../addresses';

/** A file of the media library as the content API gives it. */
export interface MediaFile {
  readonly name: string;
  /** On this site, or at the file store. */
  readonly address: string;
  /** Such as `PDF`; null if unknown. */
  readonly type: string | null;
  readonly kilobytes: number | null;
}

/** A thumbnail on this site: pages embed no external ones. */
export interface Picture {
  readonly address: string;
  readonly width: number | null;
  readonly height: number | null;
  /** The alternative text. */
  readonly alternative: string | null;
}

type Answer = Readonly<Record<string, unknown>>;

const FILE = ['name', 'url', 'ext', 'mime', 'size'];
const PICTURE = ['url', 'width', 'height', 'alternativeText', 'formats'];

const fields = (names: readonly string[]): string[] =>
  names.map((name, index) => `[fields][${index}]=${name}`);

/** Query parameters of the content API after the name of an attribute. */
export const FILE_FIELDS: readonly string[] = fields(FILE);
export const PICTURE_FIELDS: readonly string[] = fields(PICTURE);

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const numberOf = (value: unknown): number | null => (typeof value === 'number' && value > 0 ? value : null);

/** Whether an address is a path of this site; `//` would be another host. */
const isOwn = (address: string): boolean => /^\/(?![/\\])/.test(address);

/** The value of a media attribute as a link to a file; null for none, or for an unsafe address. */
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

/** The value of a media attribute as a thumbnail; null for none on this site. */
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
