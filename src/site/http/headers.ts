/** Headers of what the site answers to readers of pages. */
export type PageHeaders = Readonly<Record<string, string>>;

/**
 * What a page may do: its own styles, scripts and requests, nothing of anybody else, nothing inline. Linked data in a
 * page is no script and needs no permission.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** Security headers of every page; the rest are those `strapi::security` gives all answers. */
export const PAGE_HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
} as const satisfies PageHeaders;

/** What a card may do: be seen, on any site. It has no script, asks for nothing and sends nothing. */
const CARD_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  'frame-ancestors *',
].join('; ');

/** Headers of a card, which other sites show in a frame. Search engines are to find the page it tells of. */
export const CARD_HEADERS = {
  'Content-Security-Policy': CARD_POLICY,
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Referrer-Policy': PAGE_HEADERS['Referrer-Policy'],
  'Permissions-Policy': PAGE_HEADERS['Permissions-Policy'],
  'X-Robots-Tag': 'noindex',
} as const satisfies PageHeaders;

/** Strapi forbids frames on other sites by a header that knows no exception. */
export const FRAME_HEADER = 'X-Frame-Options';

/** Caches keep pages, and ask each time whether they are still true. */
export const REVALIDATE = 'public, max-age=0, must-revalidate';
/** What never changes under its address. */
export const FOR_EVER = 'public, max-age=31536000, immutable';
