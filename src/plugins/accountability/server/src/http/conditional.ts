import { createHash } from 'node:crypto';

/** Validators of a response. */
export interface Validators {
  /** A strong entity tag, with its quotes. */
  readonly etag: string;
  /** Time of the last change of its content. */
  readonly modified: Date;
}

/** The conditional headers of a request; names in lower case, as in Node. */
export interface ConditionalHeaders {
  readonly 'if-none-match'?: string;
  readonly 'if-modified-since'?: string;
}

/**
 * A strong entity tag from all inputs of the bytes: revision, address, format, parameters. The body itself is not
 * needed.
 */
export function entityTag(parts: readonly unknown[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
  return `"${digest.slice(0, 27)}"`;
}

const wholeSecond = (date: Date): number => Math.ceil(date.getTime() / 1000);

/**
 * Value of `Last-Modified`. HTTP has whole seconds: rounded up, so that a later change within the same second makes
 * a client ask again, but never after the time of the response.
 */
export function lastModified({ modified }: Validators, now = new Date()): string {
  const seconds = Math.min(wholeSecond(modified), Math.floor(now.getTime() / 1000));
  return new Date(seconds * 1000).toUTCString();
}

const ENTITY_TAG = /^\s*(?:W\/)?("[\x21\x23-\x7e\x80-\xff]*")\s*(?:,|$)/;

/** The opaque tags of an If-None-Match list, weak ones without their prefix; null for an invalid list. */
function entityTags(list: string): string[] | null {
  const tags: string[] = [];
  let rest = list;
  while (rest.trim() !== '') {
    // RFC 9110, 5.6.1: empty list members are ignored.
    const empty = /^\s*,/.exec(rest);
    const match = empty ?? ENTITY_TAG.exec(rest);
    if (!match) return null;
    if (match[1]) tags.push(match[1]);
    rest = rest.slice(match[0].length);
  }
  return tags;
}

/** The three date formats of HTTP, all of them GMT (RFC 9110, 5.6.7). */
const HTTP_DATES = [
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/,
  /^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT$/,
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/,
];

/** Seconds since 1970 of an HTTP date, null for an invalid one. */
function httpSeconds(text: string): number | null {
  if (!HTTP_DATES.some((form) => form.test(text))) return null;
  const milliseconds = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
  return Number.isNaN(milliseconds) ? null : milliseconds / 1000;
}

/**
 * Whether the client's copy is current, so that 304 is the response (RFC 9110, 13.1). `If-None-Match` takes
 * precedence over `If-Modified-Since`, is compared weakly, may list several tags or be `*`. An invalid header is
 * ignored, as the standard requires. For GET and HEAD; pure.
 */
export function isNotModified(headers: ConditionalHeaders, { etag, modified }: Validators): boolean {
  const list = headers['if-none-match'];
  if (list !== undefined) {
    return list.trim() === '*' || (entityTags(list)?.includes(etag) ?? false);
  }
  const since = headers['if-modified-since'];
  const seconds = since === undefined ? null : httpSeconds(since);
  return seconds !== null && seconds >= wholeSecond(modified);
}
