/** Headers of the site's pages. */
export type PageHeaders = Readonly<Record<string, string>>;

/**
 * Content-Security-Policy of a page: its own styles, scripts and requests, nothing external, nothing inline. Linked
 * data in a page is no script and needs no permission.
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

/** Content-Security-Policy of a card: may be framed by any site. No script, no requests, no forms. */
const CARD_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  'frame-ancestors *',
].join('; ');

/** Headers of a card, which other sites embed in a frame. Search engines should index its commitment's page. */
export const CARD_HEADERS = {
  'Content-Security-Policy': CARD_POLICY,
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Referrer-Policy': PAGE_HEADERS['Referrer-Policy'],
  'Permissions-Policy': PAGE_HEADERS['Permissions-Policy'],
  'X-Robots-Tag': 'noindex',
} as const satisfies PageHeaders;

/** Strapi forbids framing by a header that allows no exception. */
export const FRAME_HEADER = 'X-Frame-Options';

/** Caches must revalidate pages. */
export const REVALIDATE = 'public, max-age=0, must-revalidate';
/** For immutable files. */
export const FOR_EVER = 'public, max-age=31536000, immutable';

/** Headers of a page that may not be current any more (RFC 9111, RFC 9211). @param age in seconds */
export const staleHeaders = (age: number): PageHeaders => ({
  Age: String(age),
  'Cache-Status': `pages; hit; ttl=-${age}; detail=updating`,
});
