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
  /** The language of a comment that names none. */
  readonly language: string;
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

/**
 * Reads the form of a comment.
 * @param body the request's, of any shape
 * @throws Refusal 400 with every field that is wrong
 */
export function parseCommentForm(
  body: unknown,
  { languages, language, honeypot }: CommentFormOptions,
): WrittenComment {
  const schema = z.strictObject({
    authorName: line(LIMITS.authorName),
    authorEmail: email,
    body: lines(LIMITS.body),
    parent: documentIdOrNone('PARENT_UNKNOWN'),
    locale: oneOf(languages, 'LOCALE_UNKNOWN').nullish(),
    wantsNotice: yesOrNo,
    altcha: proof,
    [honeypot]: z.unknown().optional(),
  });
  const parsed = schema.safeParse(dataOf(body));
  if (!parsed.success) {
    throw fieldsRefused(
      failuresOf(parsed.error, {
        authorName: limitValues(LIMITS.authorName),
        authorEmail: limitValues(LIMITS.authorEmail),
        body: limitValues(LIMITS.body),
        locale: { known: languages.join(', ') },
      }),
    );
  }
  const { authorName, authorEmail, body: text, parent, locale, wantsNotice, altcha } = parsed.data;
  return {
    authorName,
    authorEmail,
    body: text,
    parent,
    locale: locale ?? language,
    wantsNotice,
    altcha: altcha ?? null,
    trapped: isFilledIn((parsed.data as Record<string, unknown>)[honeypot]),
  };
}
