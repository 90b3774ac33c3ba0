import { FALLBACK_LANGUAGE } from '../languages/localized-text';
import { errorName, strapiErrorBody } from '../http/strapi-error';
import type { Language } from '../languages/request-language';
import { say } from './words';

const STATUS = { RELEASE_BUSY: 409, RELEASE_NOT_ALLOWED: 403 } as const;

type Code = keyof typeof STATUS;

/** A request of a panel user that is refused; nothing has been changed. */
export class ReleaseRefusal extends Error {
  readonly status: (typeof STATUS)[Code];

  constructor(
    readonly code: Code,
    readonly details: Readonly<Record<string, string>> = {},
  ) {
    super(say(FALLBACK_LANGUAGE, code, details));
    this.status = STATUS[code];
    this.name = errorName(this.status);
  }
}

/** The body of an error response for a refusal. */
export const refusalBody = (
  { code, details, status }: ReleaseRefusal,
  language: Language,
  languages: readonly string[],
) =>
  strapiErrorBody({ status, code, message: (one) => say(one, code, details), details }, language, languages);
