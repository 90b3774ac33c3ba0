import {
  strapiErrorBody,
  type ErrorStatus,
  type KeyOf,
  type Language,
} from 'strapi-plugin-accountability/server';
import { LANGUAGE_CODES } from '../languages/site-languages';
import { appWords } from '../words/app-words';

const WORDS = appWords.section('parent-links');

export type MoveErrorCode = KeyOf<typeof WORDS>;

/** A move that is refused; nothing has been changed. */
export class MoveError extends Error {
  constructor(
    readonly status: ErrorStatus,
    readonly code: MoveErrorCode,
    readonly values: Readonly<Record<string, string>> = {},
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
  }

  /** The body of the response in Strapi's shape. */
  body(language: Language) {
    const { status, code, details, values } = this;
    return strapiErrorBody(
      { status, code, message: (of) => WORDS.say(of, code, values), details },
      language,
      LANGUAGE_CODES,
    );
  }
}
