import { errorName, strapiErrorBody } from '../http/strapi-error';
import { FALLBACK_LANGUAGE } from '../languages/localized-text';
import type { Language } from '../languages/request-language';
import { say } from './words';

const STATUS = {
  IMPORT_BUSY: 409,
  IMPORT_NOT_ALLOWED: 403,
  LOGIN_NEEDED: 401,
  IMPORT_REQUEST: 400,
  NO_FILES: 400,
  NO_SUCH_MAPPING: 400,
  NO_SUCH_LANGUAGE: 400,
  NO_SUCH_IMPORT: 404,
  NO_SUCH_UPLOAD: 404,
  IMPORT_KEY_REUSED: 409,
  IMPORT_CHANGED_SINCE: 409,
  IMPORT_NOT_UNDOABLE: 409,
  IMPORT_EDITED_SINCE: 409,
} as const;

export type ImportRefusalCode = keyof typeof STATUS;

/** What has no name is called by its kind. */
const sentence = (
  language: string,
  code: ImportRefusalCode,
  values: Readonly<Record<string, string>>,
): string => {
  const kind = values.actorKind && { who: say(language, `actors.${values.actorKind}`) };
  return say(language, `errors.${code}`, { ...kind, ...values });
};

/** A request for an import that is refused; nothing has been changed. */
export class ImportRefusal extends Error {
  readonly status: (typeof STATUS)[ImportRefusalCode];

  constructor(
    readonly code: ImportRefusalCode,
    readonly values: Readonly<Record<string, string>> = {},
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(sentence(FALLBACK_LANGUAGE, code, values));
    this.status = STATUS[code];
    this.name = errorName(this.status);
  }
}

/** The body of an error response for a refusal. */
export const refusalBody = (
  { code, values, details, status }: ImportRefusal,
  language: Language,
  languages: readonly string[],
) =>
  strapiErrorBody(
    {
      status,
      code,
      message: (one) => sentence(one, code, values),
      details: { ...values, ...details },
    },
    language,
    languages,
  );
