import { createHash } from 'node:crypto';

/** Strong entity tag of a text: identical bytes give the identical tag on every instance. */
export const entityTag = (body: string): string =>
  `"${createHash('sha256').update(body).digest('base64url')}"`;

/**
 * Whether `If-None-Match` matches (RFC 9110, 13.1.2: a list of tags or `*`, compared weakly). Koa's own check
 * treats `Cache-Control: no-cache` as a mismatch, which Node's `fetch` adds to every conditional request.
 */
export const hasAlready = (ifNoneMatch: string, tag: string): boolean =>
  ifNoneMatch.trim() === '*' ||
  (ifNoneMatch.match(/(?:W\/)?"[^"]*"/g) ?? []).some((candidate) => candidate.replace(/^W\//, '') === tag);
