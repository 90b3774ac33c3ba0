import { z } from 'zod';
import { LIMITS } from './attributes';
import {
  documentIdOrNone,
  email,
  failuresOf,
  limitValues,
  line,
  lines,
  oneOf,
  proof,
  yesOrNo,
} from './form-fields';
import { refuseOverlong } from './raw-length';
import { fieldsRefused } from './refusal';

/** A validated comment, its texts cleaned. */
export interface WrittenComment {
  readonly authorName: string;
  readonly authorEmail: string;
  readonly body: string;
  /** documentId of the comment it answers. */
  readonly parent: string | null;
  readonly locale: string;
  readonly wantsNotice: boolean;
  readonly altcha: string | null;
  /** Whether the honeypot field was filled in. */
  readonly trapped: boolean;
}

export interface CommentFormOptions {
  readonly languages: readonly string[];
  readonly honeypot: string;
}

/** Whether the honeypot field has any value. */
export const isFilledIn = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && value !== false;

/**
 * `data` of a request.
 * @throws Refusal 400 for a body without it
 */
export function dataOf(body: unknown): Record<string, unknown> {
  const data: unknown =
    typeof body === 'object' && body !== null && Object.hasOwn(body, 'data')
      ? (body as Record<string, unknown>).data
      : undefined;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw fieldsRefused([{ path: ['data'], code: 'DATA_MISSING' }]);
  }
  return data as Record<string, unknown>;
}

const MAX_LENGTHS = { authorName: LIMITS.authorName, authorEmail: LIMITS.authorEmail, body: LIMITS.body };

/**
 * Rejects a comment that is too long by its raw lengths, before any costly check.
 * @throws Refusal 400
 */
export const measureComment = (body: unknown): void => refuseOverlong(dataOf(body), MAX_LENGTHS);

/**
 * Makes the parser of the comment form: it takes the body of a request, of any shape, and the default language, and
 * throws a Refusal (400) with every invalid field.
 */
export function commentForm({ languages, honeypot }: CommentFormOptions) {
  const schema = z.strictObject({
    authorName: line(LIMITS.authorName),
    authorEmail: email,
    body: lines(LIMITS.body),
    parent: documentIdOrNone('PARENT_UNKNOWN'),
    locale: oneOf(languages, 'LOCALE_UNKNOWN').nullish(),
    wantsNotice: yesOrNo,
    altcha: proof,
  });
  const values = {
    authorName: limitValues(LIMITS.authorName),
    authorEmail: limitValues(LIMITS.authorEmail),
    body: limitValues(LIMITS.body),
    locale: { known: languages.join(', ') },
  };
  return (body: unknown, language: string): WrittenComment => {
    const { [honeypot]: trap, ...fields } = dataOf(body);
    const parsed = schema.safeParse(fields);
    if (!parsed.success) throw fieldsRefused(failuresOf(parsed.error, values));
    const { authorName, authorEmail, body: text, parent, locale, wantsNotice, altcha } = parsed.data;
    return {
      authorName,
      authorEmail,
      body: text,
      parent,
      locale: locale ?? language,
      wantsNotice,
      altcha: altcha ?? null,
      trapped: isFilledIn(trap),
    };
  };
}
