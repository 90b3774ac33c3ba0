import { z } from 'zod';
import { isMailAddress } from '../mail/mail-address';
import { LIMITS } from './attributes';
import { DOCUMENT_ID } from './document-id';
import { cleanLine, cleanText, isVisible, lengthOf } from './plain-text';
import { cutName, longestRaw, MAX_REPORTED } from './raw-length';
import type { FieldFailure, Word } from './refusal';

/** Messages of these schemas are codes; `failuresOf` turns them into field failures. */
const code = (word: Word): string => word;

const given = (wrongType: Word) => (issue: { input?: unknown }) =>
  code(issue.input === undefined || issue.input === null ? 'REQUIRED' : wrongType);

const mustFit =
  ({ least, most }: { least: number; most: number }) =>
  (value: string, ctx: z.RefinementCtx): void => {
    const fail = (word: Word) => ctx.addIssue({ code: 'custom', message: code(word) });
    if (value === '') fail('REQUIRED');
    else if (lengthOf(value) > most) fail('TOO_LONG');
    else if (lengthOf(value) < least || !isVisible(value)) fail('TOO_SHORT');
  };

/** Text that is cleaned only after its length is checked: cleaning is the costly part. */
const cleaned = ({ most }: { most: number }, clean: (text: string) => string) =>
  z
    .string({ error: given('NOT_TEXT') })
    .max(longestRaw(most), code('TOO_LONG'))
    .transform(clean);

/** A required single-line text. */
export const line = (limits: { least: number; most: number }) =>
  cleaned(limits, cleanLine).pipe(z.string().superRefine(mustFit(limits)));

/** A required multi-line text. */
export const lines = (limits: { least: number; most: number }) =>
  cleaned(limits, cleanText).pipe(z.string().superRefine(mustFit(limits)));

/** An optional multi-line text: `null` without one. */
export const linesOrNone = ({ most }: { most: number }) =>
  z
    .string({ error: given('NOT_TEXT') })
    .max(longestRaw(most), code('TOO_LONG'))
    .nullish()
    .transform((text) => cleanText(text ?? '') || null)
    .pipe(
      z
        .string()
        .nullable()
        .refine((text) => text === null || lengthOf(text) <= most, code('TOO_LONG')),
    );

/** An e-mail address, in lower case, by which it is found again. */
export const email = cleaned(LIMITS.authorEmail, (text) => cleanLine(text).toLowerCase()).pipe(
  z.string().superRefine((value, ctx) => {
    const fail = (word: Word) => ctx.addIssue({ code: 'custom', message: code(word) });
    if (value === '') fail('REQUIRED');
    else if (lengthOf(value) > LIMITS.authorEmail.most) fail('TOO_LONG');
    else if (!isMailAddress(value)) fail('EMAIL_INVALID');
  }),
);

/** One of a set of codes. */
export const oneOf = (codes: readonly string[], word: Word) =>
  z.string({ error: given('NOT_TEXT') }).refine((value) => codes.includes(value), code(word));

/** The id of a document, or `null`. */
export const documentIdOrNone = (word: Word) =>
  z
    .string({ error: given('NOT_TEXT') })
    .nullish()
    .transform((value) => value || null)
    .pipe(z.string().regex(DOCUMENT_ID, code(word)).nullable());

/** A boolean, false by default. */
export const yesOrNo = z
  .boolean({ error: given('NOT_YES_OR_NO') })
  .nullish()
  .transform((value) => value ?? false);

/** A proof of work: base64 that is parsed later. */
export const proof = z.string({ error: given('CHALLENGE_INVALID') }).nullish();

/** Unknown fields are reported by their submitted name, truncated. */
const shown = (name: string): string => cleanLine(cutName(name));

/**
 * Failures of a parsed form, one per field.
 * @param values of the fields' messages, such as limits
 */
export function failuresOf(
  { issues }: z.ZodError,
  values: Readonly<Record<string, Readonly<Record<string, string>>>>,
): FieldFailure[] {
  const failures = issues.flatMap((issue): FieldFailure[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys
        .slice(0, MAX_REPORTED)
        .map((name) => ({ path: [shown(name)], code: 'FIELD_UNKNOWN' }));
    }
    const [field] = issue.path.map(String);
    if (field === undefined) return [{ path: [], code: 'DATA_MISSING' }];
    return [{ path: [field], code: issue.message as Word, values: values[field] }];
  });
  const fields = failures.map(({ path }) => path[0]);
  return failures.filter(({ path }, index) => fields.indexOf(path[0]) === index);
}

/** Limits as values of messages. */
export const limitValues = ({ least, most }: { least: number; most: number }) => ({
  least: String(least),
  most: String(most),
});
