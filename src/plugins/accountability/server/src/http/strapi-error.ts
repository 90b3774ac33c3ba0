/** Names of errors by status, as Strapi has them; it has none for 409 and 503. */
const NAMES = {
  400: 'ValidationError',
  401: 'UnauthorizedError',
  403: 'ForbiddenError',
  404: 'NotFoundError',
  409: 'ConflictError',
  413: 'PayloadTooLargeError',
  429: 'RateLimitError',
  503: 'ServiceUnavailableError',
} as const;

export type ErrorStatus = keyof typeof NAMES;

export const errorName = (status: ErrorStatus): string => NAMES[status];

/** What an error response says, before a language is chosen. */
export interface LocalizedErrorContent {
  readonly status: ErrorStatus;
  /** Stable, for programs. */
  readonly code: string;
  readonly message: (language: string) => string;
  /** Further members of `details`. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/**
 * An error in Strapi's shape, `{data: null, error: {status, name, message, details}}`, with the message in the
 * reader's language and, as `details.messages`, in each language of the site. Pure.
 */
export const strapiErrorBody = (
  { status, code, message, details }: LocalizedErrorContent,
  language: string,
  languages: readonly string[],
) => ({
  data: null,
  error: {
    status,
    name: errorName(status),
    message: message(language),
    details: {
      code,
      messages: Object.fromEntries(languages.map((one) => [one, message(one)])),
      ...details,
    },
  },
});
