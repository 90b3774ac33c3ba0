import { errors } from '@strapi/utils';

import type { Language } from 'strapi-plugin-accountability/server';
import { inBothLanguages, type Said } from '../refusals/in-both-languages';
import type { UploadFault } from './judge-file';
import englishWords from '../words/en.json';
import georgianWords from '../words/ka.json';

const en = englishWords.uploads;
const ka = georgianWords.uploads;

/** A file that is refused, and its place in the request. */
export interface RefusedFile {
  readonly path: readonly (string | number)[];
  readonly name: string;
  readonly fault: UploadFault;
}

const WORDS = { en, ka } as const;
/** What would break a line or a sentence around it. */
const UNWRITABLE = /[\p{C}\u2028\u2029]/gu;
const LONGEST_NAME = 100;

function said({ name, fault: { code, values } }: RefusedFile, language: Language): Said {
  const file = name.replace(UNWRITABLE, '�').slice(0, LONGEST_NAME);
  const inOne = (of: Language): string => {
    // What was not found out has a word of its own in each language.
    const known = Object.entries({ ...values, file }).map(
      ([key, value]) => [key, value || WORDS[of].UNKNOWN_CONTENT] as const,
    );
    return inBothLanguages(WORDS, code, of, Object.fromEntries(known)).message;
  };
  const messages = { en: inOne('en'), ka: inOne('ka') };
  return { message: messages[language], messages };
}

/**
 * The refusal of an upload, of which nothing is stored: each file with its place, a code and what to do, in both
 * languages. 400; 413 where a file is too large and nothing else is wrong.
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
