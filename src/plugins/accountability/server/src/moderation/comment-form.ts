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

/** What somebody wrote, clean and complete. */
export interface WrittenComment {
  readonly authorName: string;
  readonly authorEmail: string;
  readonly body: string;
  /** documentId of the comment it answers. */
  readonly parent: string | null;
  readonly locale: string;
  readonly wantsNotice: boolean;
  readonly altcha: string | null;
  /** Whether the field people leave empty was filled in. */
  readonly trapped: boolean;
}

export interface CommentFormOptions {
  readonly languages: readonly string[];
  readonly honeypot: string;
}

/** Whether a field nobody sees has been filled in, with whatever it may be. */
export const isFilledIn = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && value !== false;

/** `data` of a request. @throws Refusal 400 for a body that has none */
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

const LONGEST = { authorName: LIMITS.authorName, authorEmail: LIMITS.authorEmail, body: LIMITS.body };

/** Refuses a comment that is too long by its lengths alone, which costs nothing. @throws Refusal 400 */
export const measureComment = (body: unknown): void => refuseOverlong(dataOf(body), LONGEST);

/**
 * Makes the reader of the form of a comment: it takes the body of a request, of any shape, and the language of a
 * comment that names none, and throws a Refusal (400) with every field that is wrong.
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
