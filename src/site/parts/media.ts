import type { MediaFile, Picture } from '../content/media';
import { html, type Html } from '../html/html';
import type { Frame } from '../page';
import { numberIn } from './number';
import { fill, listed } from '../words/words';

const MEGABYTE = 1_000;

/** A file's size, in the language's format. */
function sizeOf(kilobytes: number, { words, language }: Pick<Frame, 'language' | 'words'>): string {
  const isLarge = kilobytes >= MEGABYTE;
  const size = isLarge ? kilobytes / MEGABYTE : Math.max(1, Math.round(kilobytes));
  return fill(language, isLarge ? words.megabytes : words.kilobytes, { size: numberIn(language, size) });
}

/**
 * A link to a file, with its format and size.
 * @param label default of its name
 */
export function fileLink(file: MediaFile, label: string, frame: Pick<Frame, 'language' | 'words'>): Html {
  const size = file.kilobytes === null ? '' : sizeOf(file.kilobytes, frame);
  const details = listed(
    [file.type ?? '', size].filter((part) => part !== ''),
    frame,
  );
  const link = html`<a href="${file.address}" rel="noopener"><bdi>${label}</bdi></a>`;
  return details === '' ? link : html`${link} <span class="muted">(${details})</span>`;
}

/** An organisation's logo; its alternative text is the editor's, else its name. */
export function logo(
  picture: Picture | null | undefined,
  name: string,
  { words, language }: Pick<Frame, 'words' | 'language'>,
): Html {
  if (!picture) return html``;
  const { address, width, height, alternative } = picture;
  const size = width !== null && height !== null && html`width="${width}" height="${height}"`;
  return html`<img
    class="logo"
    src="${address}"
    alt="${alternative ?? fill(language, words.logoOf, { name })}"
    ${size}
    loading="lazy"
  />`;
}
