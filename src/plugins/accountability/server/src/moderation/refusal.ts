import type { Language } from '../languages/request-language';
import { inTime } from '../languages/relative-time';
import type { KeyOf } from '../languages/words';
import { engineWords } from '../languages/engine-words';
import { errorName, strapiErrorBody } from '../http/strapi-error';

const WORDS = engineWords.section('moderation');

export type Word = KeyOf<typeof WORDS>;

/** A message of moderation in the language, with its placeholders filled. */
export const sentence = (
  language: Language,
  word: Word,
  values: Readonly<Record<string, string>> = {},
): string => WORDS.say(language, word, values);

/** A validation error of one field. */
export interface FieldFailure {
  readonly path: readonly string[];
  readonly code: Word;
  readonly values?: Readonly<Record<string, string>>;
}

export interface RefusalContent {
  readonly status: 400 | 403 | 404 | 409 | 413 | 429 | 503;
  readonly code: Word;
  readonly values?: Readonly<Record<string, string>>;
  readonly failures?: readonly FieldFailure[];
  /** Seconds after which the request may be repeated. */
  readonly retryAfter?: number;
}

/** A comment, a report or a read that is refused; nothing has been stored. */
export class Refusal extends Error {
  constructor(readonly content: RefusalContent) {
    super(content.code);
    this.name = errorName(content.status);
  }
}

/** The refusal (429) of a client that has to wait so many milliseconds. */
export const tooMany = (milliseconds: number, code: Word = 'TOO_MANY'): RefusalContent => ({
  status: 429,
  code,
  retryAfter: Math.max(1, Math.ceil(milliseconds / 1000)),
});

/** The refusal for all invalid fields of a form at once. */
export const fieldsRefused = (failures: readonly FieldFailure[]): Refusal =>
  new Refusal({ status: 400, code: 'FIELDS_WRONG', failures });

/** The body of an error response for a refusal, with one entry per failed field. */
export function refusalBody({ content }: Refusal, language: Language, languages: readonly string[]) {
  const { status, code, values, failures, retryAfter } = content;
  const text = (one: Language, word: Word, of: Readonly<Record<string, string>> = {}) =>
    sentence(one, word, {
      ...(retryAfter !== undefined && { when: inTime(one, retryAfter) }),
      ...of,
    });
  const fieldError = ({ path, code: fieldCode, values: of = {} }: FieldFailure) => ({
    path,
    name: 'ValidationError',
    code: fieldCode,
    message: text(language, fieldCode, of),
    messages: Object.fromEntries(languages.map((one) => [one, text(one, fieldCode, of)])),
  });
  return strapiErrorBody(
    {
      status,
      code,
      message: (one) => text(one, code, values),
      details: {
        ...(retryAfter !== undefined && { retryAfter }),
        ...(failures && { errors: failures.map(fieldError) }),
      },
    },
    language,
    languages,
  );
}
