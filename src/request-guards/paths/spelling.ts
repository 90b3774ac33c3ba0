/** Spelling of a path: canonical, equivalent, or invalid. */
export type Spelling = { readonly kind: 'own' | 'none' } | { readonly kind: 'other'; readonly own: string };

const OWN: Spelling = { kind: 'own' };
const NONE: Spelling = { kind: 'none' };

/** Percent signs that begin no valid encoding. */
const LONE_PERCENT = /%(?![0-9a-f]{2})/i;
/** Encoded slashes: the router does not decode them, a file server does. */
const HIDDEN_SLASH = /\\|%2f|%5c/i;
const OCTET = /%([0-9a-f]{2})/gi;
/** Unreserved characters, equivalent with and without encoding (RFC 3986, section 2.3). */
const UNRESERVED = /[\w.~-]/;
const DOT_SEGMENT = /(?:^|\/)\.{1,2}(?:\/|$)/;

const isDecodable = (path: string): boolean => {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
};

/** A path without needless encodings (RFC 3986, section 6.2.2.2). */
const withoutNeedlessOctets = (path: string): string =>
  path.replace(OCTET, (octet, hex: string) => {
    const character = String.fromCharCode(parseInt(hex, 16));
    return UNRESERVED.test(character) ? character : octet;
  });

/**
 * Classifies the spelling of a path; a trailing slash is ignored. Pure.
 * @param path as received
 */
export function spellingOf(path: string): Spelling {
  if (LONE_PERCENT.test(path) || HIDDEN_SLASH.test(path) || !isDecodable(path)) return NONE;
  const own = withoutNeedlessOctets(path);
  if (own.includes('//') || DOT_SEGMENT.test(own)) return NONE;
  return own === path ? OWN : { kind: 'other', own };
}
