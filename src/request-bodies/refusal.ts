import { errors } from '@strapi/utils';
import type { Language } from '../plugins/accountability/server/src/language/request-language';
import en from './translations/en.json';
import ka from './translations/ka.json';
import { MAX_DEPTH, type Unstorable } from './unstorable';

export type BodyFault = keyof typeof en;

const WORDS: Readonly<Record<Language, Readonly<Record<BodyFault, string>>>> = { en, ka };
const CODES = {
  nul: 'NUL_IN_BODY',
  surrogate: 'BROKEN_CHARACTER',
  depth: 'TOO_DEEP',
  inherited: 'NAME_NOT_ALLOWED',
} as const;

/** What cannot be written in a sentence: the characters that are refused. */
const UNWRITABLE = /[\0-\x1f\x7f]|\p{Cs}/gu;

const bodyError = (
  code: BodyFault,
  language: Language,
  path: readonly (string | number)[] = [],
): errors.ValidationError => {
  const clean = path.map((step) => (typeof step === 'string' ? step.replace(UNWRITABLE, '�') : step));
  const sentence = (of: Language) =>
    WORDS[of][code]
      .replace('{place}', () => clean.join('.').slice(0, 200) || 'body')
      .replace('{most}', String(MAX_DEPTH));
  const message = sentence(language);
  const entry = { path: clean, name: 'ValidationError', code, message };
  return new errors.ValidationError(message, {
    code,
    errors: [{ ...entry, messages: { en: sentence('en'), ka: sentence('ka') } }],
  });
};

/** The refusal (400) of a body nobody can read. */
export const unreadableBody = (language: Language): errors.ValidationError => bodyError('NOT_JSON', language);

/** The refusal (400) of a body that holds what no database stores as it was sent. */
export const unstorableBody = ({ kind, path }: Unstorable, language: Language): errors.ValidationError =>
  bodyError(CODES[kind], language, path);
