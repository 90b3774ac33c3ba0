import { errors } from '@strapi/utils';

import type { Language } from 'strapi-plugin-accountability/server';
import englishWords from '../words/en.json';
import georgianWords from '../words/ka.json';

const en = englishWords['content-rules'];
const ka = georgianWords['content-rules'];

export type IssueCode = keyof typeof en;

/** One thing an editor has to mend: where in the form, what, and the words' values. */
export interface Issue {
  path: (string | number)[];
  code: IssueCode;
  values?: Record<string, string>;
}

const WORDS: Record<Language, Record<IssueCode, string>> = { en, ka };

/** The issue as a sentence in the language. */
export function issueMessage(issue: Issue, language: Language): string {
  return WORDS[language][issue.code].replace(
    /\{(\w+)\}/g,
    (placeholder, name: string) => issue.values?.[name] ?? placeholder,
  );
}

/**
 * The refusal (400) Strapi's admin shows at each field and its API as `error.details.errors`,
 * each with a stable `code` and its message in both languages.
 */
export function issuesError(issues: Issue[], language: Language): errors.ValidationError {
  const entries = issues.map((issue) => ({
    path: issue.path,
    name: 'ValidationError',
    code: issue.code,
    message: issueMessage(issue, language),
    messages: { en: issueMessage(issue, 'en'), ka: issueMessage(issue, 'ka') },
    value: issue.values?.value ?? null,
  }));
  return new errors.ValidationError(entries.map((entry) => entry.message).join(' '), { errors: entries });
}
