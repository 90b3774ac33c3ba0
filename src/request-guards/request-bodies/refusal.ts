import { errors } from '@strapi/utils';
import type { Context } from 'koa';

import type { Language } from 'strapi-plugin-accountability/server';
import { messageIn } from '../../refusals/localized-message';
import type { BodyFault, FaultCode } from './body-fault';
import type { KeyOf } from 'strapi-plugin-accountability/server';
import { appWords } from '../../words/app-words';
import { MAX_DEPTH, type Unstorable } from './unstorable';

const WORDS = appWords.section('request-bodies');

type Code = KeyOf<typeof WORDS>;

const CODES = {
  nul: 'NUL_IN_BODY',
  surrogate: 'BROKEN_CHARACTER',
  depth: 'TOO_DEEP',
  inherited: 'NAME_NOT_ALLOWED',
} as const;
const NAMES = {
  400: 'ValidationError',
  413: 'PayloadTooLargeError',
  415: 'UnsupportedMediaTypeError',
} as const;

/** Refused characters, which cannot be shown in a message. */
const UNWRITABLE = /[\0-\x1f\x7f]|\p{Cs}/gu;
const MEGABYTE = 1024 * 1024;

/** A human-readable number of bytes. */
const sizeOf = (bytes: number): string =>
  bytes < MEGABYTE ? `${Math.round(bytes / 1024)} kB` : `${Math.round(bytes / MEGABYTE)} MB`;

function content(
  code: Code,
  language: Language,
  values: { readonly place: string; readonly most: string },
  path: readonly (string | number)[] = [],
) {
  const said = messageIn(language, (of) => WORDS.say(of, code, values));
  return {
    message: said.message,
    details: { code, errors: [{ path, name: 'ValidationError', code, ...said }] },
  };
}

/** The error (400) for a body with content no database stores unchanged. */
export function unstorableBody({ kind, path }: Unstorable, language: Language): errors.ValidationError {
  const clean = path.map((step) => (typeof step === 'string' ? step.replace(UNWRITABLE, '�') : step));
  const place = clean.join('.').slice(0, 200) || 'body';
  const { message, details } = content(CODES[kind], language, { place, most: String(MAX_DEPTH) }, clean);
  return new errors.ValidationError(message, details);
}

const isCount = (code: FaultCode): boolean => code === 'TOO_MANY_FILES';

/** Answers (400, 413, 415) that a body was not parsed, with a message of this site. */
export function refuseBody(
  ctx: Context,
  { status, code, most = 0, place = '' }: BodyFault,
  language: Language,
) {
  const name = NAMES[status];
  const said = content(code, language, { place, most: isCount(code) ? String(most) : sizeOf(most) });
  ctx.status = status;
  ctx.body = { data: null, error: { status, name, ...said } };
}
