import type { Language } from 'strapi-plugin-accountability/server';
import type { KeyOf } from 'strapi-plugin-accountability/server';
import { messageIn } from '../refusals/localized-message';
import { appWords } from '../words/app-words';

const WORDS = appWords.section('parent-links');

export type MoveErrorCode = KeyOf<typeof WORDS>;

const NAMES = {
  400: 'ValidationError',
  401: 'UnauthorizedError',
  403: 'ForbiddenError',
  404: 'NotFoundError',
  409: 'ConflictError',
} as const;

/** A move that is refused; nothing has been changed. Strapi itself has no error for 409. */
export class MoveError extends Error {
  constructor(
    readonly status: keyof typeof NAMES,
    readonly code: MoveErrorCode,
    readonly values: Readonly<Record<string, string>> = {},
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
  }

  private sentence(language: Language): string {
    return WORDS.say(language, this.code, this.values);
  }

  /** As Strapi shapes errors, with a stable code and the message in each language of the site. */
  body(language: Language) {
    const { message, messages } = messageIn(language, (of) => this.sentence(of));
    return {
      data: null,
      error: {
        status: this.status,
        name: NAMES[this.status],
        message,
        details: { code: this.code, messages, ...this.details },
      },
    };
  }
}
