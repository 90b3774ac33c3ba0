/** How a path is written: as its address is, in another way that means the same, or as none that is given out. */
export type Spelling = { readonly kind: 'own' | 'none' } | { readonly kind: 'other'; readonly own: string };

const OWN: Spelling = { kind: 'own' };
const NONE: Spelling = { kind: 'none' };

/** Percent signs that begin no octet. */
const LONE_PERCENT = /%(?![0-9a-f]{2})/i;
/** Slashes that a decoder would make of a part of a path: the router does not see them, a file server does. */
const HIDDEN_SLASH = /\\|%2f|%5c/i;
const OCTET = /%([0-9a-f]{2})/gi;
/** Characters that mean the same encoded and not (RFC 3986, section 2.3). */
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

/** A path without encodings that mean nothing (RFC 3986, section 6.2.2.2). */
const withoutNeedlessOctets = (path: string): string =>
  path.replace(OCTET, (octet, hex: string) => {
    const character = String.fromCharCode(parseInt(hex, 16));
    return UNRESERVED.test(character) ? character : octet;
  });

/**
 * Tells the one spelling of an address from the others; a slash at its end makes no difference. Pure.
 * @param path as it was sent
 */
export function spellingOf(path: string): Spelling {
  if (LONE_PERCENT.test(path) || HIDDEN_SLASH.test(path) || !isDecodable(path)) return NONE;
  const own = withoutNeedlessOctets(path);
  if (own.includes('//') || DOT_SEGMENT.test(own)) return NONE;
  return own === path ? OWN : { kind: 'other', own };
}
