import type { Language } from 'strapi-plugin-accountability/server';
import englishWords from '../words/en.json';
import georgianWords from '../words/ka.json';

const en = englishWords['parent-links'];
const ka = georgianWords['parent-links'];

export type MoveErrorCode = keyof typeof en;

const WORDS: Record<Language, Record<MoveErrorCode, string>> = { en, ka };
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
    return WORDS[language][this.code].replace(
      /\{(\w+)\}/g,
      (placeholder, name: string) => this.values[name] ?? placeholder,
    );
  }

  /** As Strapi shapes errors, with a stable code and the message in both languages. */
  body(language: Language) {
    const messages = { en: this.sentence('en'), ka: this.sentence('ka') };
    return {
      data: null,
      error: {
        status: this.status,
        name: NAMES[this.status],
        message: messages[language],
        details: { code: this.code, messages, ...this.details },
      },
    };
  }
}
