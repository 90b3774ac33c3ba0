import type { Language } from '../languages/request-language';
import { inTime } from '../languages/relative-time';
import type { KeyOf } from '../languages/words';
import { engineWords } from '../languages/engine-words';

const WORDS = engineWords.section('moderation');

export type Word = KeyOf<typeof WORDS>;

/** A sentence of moderation in the language, its `{placeholders}` filled. */
export const sentence = (
  language: Language,
  word: Word,
  values: Readonly<Record<string, string>> = {},
): string => WORDS.say(language, word, values);

/** Something that is wrong with one field of what was sent. */
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
  /** Seconds after which it may be tried again. */
  readonly retryAfter?: number;
}

const NAMES: Readonly<Record<number, string>> = {
  400: 'ValidationError',
  403: 'ForbiddenError',
  404: 'NotFoundError',
  409: 'ConflictError',
  413: 'PayloadTooLargeError',
  429: 'RateLimitError',
  503: 'ServiceUnavailableError',
};

/** A comment, a report or a reading that is refused; nothing has been stored. */
export class Refusal extends Error {
  constructor(readonly content: RefusalContent) {
    super(content.code);
    this.name = NAMES[content.status] ?? 'ApplicationError';
  }
}

/** What is told somebody who has to wait so many milliseconds. */
export const tooMany = (milliseconds: number, code: Word = 'TOO_MANY'): RefusalContent => ({
  status: 429,
  code,
  retryAfter: Math.max(1, Math.ceil(milliseconds / 1000)),
});

/** Refuses for fields that have to be mended, all of them at once. */
export const fieldsRefused = (failures: readonly FieldFailure[]): Refusal =>
  new Refusal({ status: 400, code: 'FIELDS_WRONG', failures });

/** The refusal as Strapi shapes errors: `{data: null, error: {status, name, message, details}}`. */
export function refusalBody({ content, name }: Refusal, language: Language, languages: readonly string[]) {
  const { status, code, values, failures, retryAfter } = content;
  const said = (spoken: Language, word: Word, of: Readonly<Record<string, string>>) =>
    sentence(spoken, word, {
      ...(retryAfter !== undefined && { when: inTime(spoken, retryAfter) }),
      ...of,
    });
  const words = (word: Word, of: Readonly<Record<string, string>> = {}) => ({
    message: said(language, word, of),
    messages: Object.fromEntries(languages.map((spoken) => [spoken, said(spoken, word, of)])),
  });
  const { message, messages } = words(code, values);
  return {
    data: null,
    error: {
      status,
      name,
      message,
      details: {
        code,
        messages,
        ...(retryAfter !== undefined && { retryAfter }),
        ...(failures && {
          errors: failures.map((failure) => ({
            path: failure.path,
            name: 'ValidationError',
            code: failure.code,
            ...words(failure.code, failure.values),
          })),
        }),
      },
    },
  };
}
