import { errors } from '@strapi/utils';

import type { Language, LocalizedMessage } from 'strapi-plugin-accountability/server';
import { messageIn } from '../refusals/localized-message';
import type { UploadFault } from './validate-file';
import { appWords } from '../words/app-words';

const WORDS = appWords.section('uploads');

/** A refused file, and its path in the request. */
export interface RefusedFile {
  readonly path: readonly (string | number)[];
  readonly name: string;
  readonly fault: UploadFault;
}

/** Characters that would break a line or a sentence. */
const UNWRITABLE = /[\p{C}\u2028\u2029]/gu;
const MAX_NAME_LENGTH = 100;

function said({ name, fault: { code, values } }: RefusedFile, language: Language): LocalizedMessage {
  const file = name.replace(UNWRITABLE, '�').slice(0, MAX_NAME_LENGTH);
  return messageIn(language, (of) => {
    // An unknown value has a message of its own in each language.
    const known = Object.entries({ ...values, file }).map(
      ([key, value]) => [key, value || WORDS.say(of, 'UNKNOWN_CONTENT')] as const,
    );
    return WORDS.say(of, code, Object.fromEntries(known));
  });
}

/**
 * The error of a refused upload, of which nothing is stored: each file with its path, a code and a remedy, in each
 * language. 400; 413 where a file is too large and nothing else is wrong.
 */
export function uploadRefusal(refused: readonly RefusedFile[], language: Language): Error {
  const entries = refused.map((one) => ({
    path: one.path,
    name: 'ValidationError',
    code: one.fault.code,
    file: one.name,
    ...said(one, language),
  }));
  const message = entries.map((entry) => entry.message).join(' ');
  const details = { code: entries[0]?.code, errors: entries };
  return entries.every(({ code }) => code === 'FILE_TOO_LARGE')
    ? new errors.PayloadTooLargeError(message, details)
    : new errors.ValidationError(message, details);
}
