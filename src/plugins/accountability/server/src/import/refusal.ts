import { errorName, strapiErrorBody } from '../http/strapi-error';
import { FALLBACK_LANGUAGE } from '../languages/localized-text';
import type { MessageValues } from '../languages/message-format';
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
  NO_SAVED_MAPPINGS: 400,
  NO_SUCH_SAVED_MAPPING: 404,
  MAPPING_NOT_USABLE: 400,
  MAPPING_NAME_DECLARED: 409,
  MAPPING_NAME_TAKEN: 409,
  MAPPING_CHANGED_SINCE: 409,
  TOO_MANY_SAVED_MAPPINGS: 409,
} as const;

export type ImportRefusalCode = keyof typeof STATUS;

/** Values of a sentence that depend on its language. */
type LocalizedValues = (language: string) => MessageValues;

/** What has no name is called by its kind. */
const sentence = (
  language: string,
  code: ImportRefusalCode,
  values: MessageValues,
  localized?: LocalizedValues,
): string => {
  const kind = typeof values.actorKind === 'string' && { who: say(language, `actors.${values.actorKind}`) };
  return say(language, `errors.${code}`, { ...kind, ...values, ...localized?.(language) });
};

/** A request for an import that is refused; nothing has been changed. */
export class ImportRefusal extends Error {
  readonly status: (typeof STATUS)[ImportRefusalCode];

  constructor(
    readonly code: ImportRefusalCode,
    readonly values: MessageValues = {},
    readonly details: Readonly<Record<string, unknown>> = {},
    readonly localized?: LocalizedValues,
  ) {
    super(sentence(FALLBACK_LANGUAGE, code, values, localized));
    this.status = STATUS[code];
    this.name = errorName(this.status);
  }
}

/** The body of an error response for a refusal. */
export const refusalBody = (
  { code, values, details, status, localized }: ImportRefusal,
  language: Language,
  languages: readonly string[],
) =>
  strapiErrorBody(
    {
      status,
      code,
      message: (one) => sentence(one, code, values, localized),
      details: { ...values, ...details },
    },
    language,
    languages,
  );
