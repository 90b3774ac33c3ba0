import { createHash } from 'node:crypto';

/** Strong entity tag of a text: the same bytes give the same tag on every instance. */
export const entityTag = (body: string): string =>
  `"${createHash('sha256').update(body).digest('base64url')}"`;

/**
 * Whether `If-None-Match` says that the reader has the representation already (RFC 9110, 13.1.2: a list of tags
 * or `*`, compared weakly). Koa's own check takes `Cache-Control: no-cache` for a no, which Node's `fetch` sends
 * along with every condition.
 */
export const hasAlready = (ifNoneMatch: string, tag: string): boolean =>
  ifNoneMatch.trim() === '*' ||
  (ifNoneMatch.match(/(?:W\/)?"[^"]*"/g) ?? []).some((candidate) => candidate.replace(/^W\//, '') === tag);
