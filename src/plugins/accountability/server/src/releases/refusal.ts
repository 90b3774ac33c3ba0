import { FALLBACK_LANGUAGE } from '../languages/localized-text';
import type { Language } from '../languages/request-language';
import { say } from './words';

type Code = 'RELEASE_BUSY' | 'RELEASE_NOT_ALLOWED';

const KINDS: Readonly<Record<Code, { status: number; name: string }>> = {
  RELEASE_BUSY: { status: 409, name: 'ConflictError' },
  RELEASE_NOT_ALLOWED: { status: 403, name: 'ForbiddenError' },
};

/** A wish of a user of the panel that is refused; nothing has been changed. */
export class ReleaseRefusal extends Error {
  readonly status: number;

  constructor(
    readonly code: Code,
    readonly details: Readonly<Record<string, string>> = {},
  ) {
    super(say(FALLBACK_LANGUAGE, code, details));
    this.status = KINDS[code].status;
    this.name = KINDS[code].name;
  }
}

/** The refusal as Strapi shapes errors: in the language of whoever asks, and in each language of the site. */
export const refusalBody = (
  { code, details, status, name }: ReleaseRefusal,
  language: Language,
  languages: readonly string[],
) => ({
  data: null,
  error: {
    status,
    name,
    message: say(language, code, details),
    details: {
      code,
      messages: Object.fromEntries(languages.map((one) => [one, say(one, code, details)])),
      ...details,
    },
  },
});
