import { errors } from '@strapi/utils';

import type { KeyOf, Language, MessageValues } from 'strapi-plugin-accountability/server';
import { messageIn } from '../refusals/localized-message';
import { appWords } from '../words/app-words';

const WORDS = appWords.section('content-rules');

export type IssueCode = KeyOf<typeof WORDS>;

/** A validation error: its field, its code, and the values of its message. */
export interface Issue {
  path: (string | number)[];
  code: IssueCode;
  values?: MessageValues;
}

/** The message in the language. */
export const issueMessage = (issue: Issue, language: Language): string =>
  WORDS.say(language, issue.code, issue.values);

/**
 * The validation error (400) that Strapi's panel shows at each field and its API as `error.details.errors`, each
 * with a stable `code` and its message in each language of the site.
 */
export function issuesError(issues: Issue[], language: Language): errors.ValidationError {
  const entries = issues.map((issue) => ({
    path: issue.path,
    name: 'ValidationError',
    code: issue.code,
    ...messageIn(language, (of) => issueMessage(issue, of)),
    value: issue.values?.value ?? null,
  }));
  return new errors.ValidationError(entries.map((entry) => entry.message).join(' '), { errors: entries });
}
