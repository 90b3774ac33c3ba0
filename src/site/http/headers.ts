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

/** Headers of every page; the rest are those Strapi gives all answers. */
export const PAGE_HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
} as const;

/** Caches keep pages, and ask each time whether they are still true. */
export const REVALIDATE = 'public, max-age=0, must-revalidate';
/** What never changes under its address. */
export const FOR_EVER = 'public, max-age=31536000, immutable';
