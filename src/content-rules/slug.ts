import slugify from 'slugify';
import { oneLine } from 'strapi-plugin-accountability/server';

const MAX_LENGTH = 80;

/** Lower-case Latin letters, digits and single hyphens. */
export const SLUG_FORM = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * A text as a slug: without HTML tags, Georgian transliterated, truncated at a word below 80 characters.
 * @returns the empty string where the text has no letter or digit
 */
export function slugOf(text: string): string {
  const words = slugify(oneLine(text).normalize('NFC').toLowerCase(), { lower: true, strict: true })
    .split('-')
    .filter(Boolean);
  let slug = '';
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word.slice(0, MAX_LENGTH);
    if (longer.length > MAX_LENGTH) break;
    slug = longer;
  }
  return slug;
}

/** The slug itself, or with the smallest free number as suffix (`-2`, `-3` …). */
export function freeSlug(slug: string, taken: Pick<ReadonlySet<string>, 'has'>): string {
  if (!taken.has(slug)) return slug;
  for (let number = 2; ; number += 1) {
    const candidate = `${slug}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}
