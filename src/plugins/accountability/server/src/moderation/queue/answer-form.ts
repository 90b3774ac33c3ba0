import { z } from 'zod';
import { LIMITS } from '../attributes';
import { DOCUMENT_ID } from '../document-id';
import { failuresOf, limitValues, lines, oneOf } from '../form-fields';
import { fieldsRefused, type Word } from '../refusal';

/** A submitted official answer. */
export interface WrittenAnswer {
  /** documentId of the agency; none where the site declares no agencies. */
  readonly agency?: string;
  readonly body: string;
  readonly language: string;
}

const word = (code: Word): string => code;
const agency = z.string({ error: word('REQUIRED') }).regex(DOCUMENT_ID, word('REQUIRED'));

/**
 * Makes the parser of an official answer: it takes the body of a request, of any shape, and throws a Refusal (400)
 * with every invalid field.
 * @param agencies whether an answer is given for an agency
 */
export function answerForm(languages: readonly string[], { agencies }: { agencies: boolean }) {
  const schema = z.strictObject({
    agency: agencies ? agency : z.never({ error: word('FIELD_UNKNOWN') }).optional(),
    body: lines(LIMITS.body),
    language: oneOf(languages, 'LOCALE_UNKNOWN'),
  });
  const values = { body: limitValues(LIMITS.body), language: { known: languages.join(', ') } };
  return (body: unknown): WrittenAnswer => {
    const parsed = schema.safeParse(body ?? {});
    if (!parsed.success) throw fieldsRefused(failuresOf(parsed.error, values));
    return parsed.data;
  };
}
