import type { Language } from '../languages/request-language';
import type { Failure } from './requirements';
import type { GuardDeclaration } from './definition';
import { FALLBACK_LANGUAGE, textIn, type LocalizedText } from '../languages/localized-text';
import type { KeyOf } from '../languages/words';
import { engineWords } from '../languages/engine-words';
import { errorName, strapiErrorBody } from '../http/strapi-error';

const WORDS = engineWords.section('workflow');

export type Word = KeyOf<typeof WORDS>;

/** Values of a message: a text, or one per language. */
export type SentenceValues = Readonly<Record<string, string | LocalizedText>>;

/** A message of the workflows in the language, with its placeholders filled. */
export const sentence = (language: Language, word: Word, values: SentenceValues = {}): string =>
  WORDS.say(
    language,
    word,
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'object' ? textIn(value, language) : value,
      ]),
    ),
  );

const inLanguages = (languages: readonly string[], say: (language: string) => string): LocalizedText =>
  Object.fromEntries(languages.map((language) => [language, say(language)]));

interface ErrorContent {
  readonly status: 400 | 401 | 403 | 404 | 409;
  readonly code: Word;
  readonly values?: SentenceValues;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly failures?: readonly Failure[];
}

/** A move or a read of workflows that is refused; nothing has been changed. */
export class WorkflowError extends Error {
  readonly status: number;
  constructor(readonly content: ErrorContent) {
    super(sentence(FALLBACK_LANGUAGE, content.code, content.values));
    this.name = errorName(content.status);
    this.status = content.status;
  }
}

/** One entry per failure, readable by programs (`code`, `path`, `guard`) and in each language of the site by people. */
export function failureEntries(
  failures: readonly Failure[],
  guards: ReadonlyMap<string, GuardDeclaration>,
  language: Language,
  languages: readonly string[],
) {
  return failures.map((failure) => {
    const text = (of: Language): string => {
      const guard = failure.guard === undefined ? undefined : guards.get(failure.guard);
      if (guard) return textIn(guard.message, of) || guard.name;
      return sentence(of, failure.code as Word, {
        field: failure.path.at(-1) ?? '',
        detail: failure.detail ? sentence(of, failure.detail.word, failure.detail.values) : '',
      });
    };
    return {
      code: failure.code,
      path: failure.path,
      ...(failure.guard && { guard: failure.guard }),
      message: text(language),
      messages: inLanguages(languages, text),
    };
  });
}

/** The body of an error response, with one entry per failure. */
export function errorBody(
  error: WorkflowError,
  guards: ReadonlyMap<string, GuardDeclaration>,
  language: Language,
  languages: readonly string[],
) {
  const { status, code, values, details, failures } = error.content;
  return strapiErrorBody(
    {
      status,
      code,
      message: (of) => sentence(of, code, values),
      details: {
        ...details,
        ...(failures && { errors: failureEntries(failures, guards, language, languages) }),
      },
    },
    language,
    languages,
  );
}
