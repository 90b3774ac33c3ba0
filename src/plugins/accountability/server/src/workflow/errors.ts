import type { Language } from '../languages/request-language';
import type { Failure } from './requirements';
import type { GuardDeclaration } from './definition';
import type { LocalizedText } from '../datasets/declaration';
import englishWords from '../../../words/en.json';
import georgianWords from '../../../words/ka.json';

const en = englishWords.workflow;
const ka = georgianWords.workflow;

const WORDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en, ka };
export type Word = keyof typeof en;

/** What goes into a sentence: a text, or one per language. */
export type SentenceValues = Readonly<Record<string, string | LocalizedText>>;

/** A sentence of the workflows in the language, its `{placeholders}` filled. */
export const sentence = (language: Language, word: Word, values: SentenceValues = {}): string =>
  (WORDS[language][word] ?? en[word]).replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    return (typeof value === 'object' ? value[language] : value) ?? placeholder;
  });

interface ErrorContent {
  readonly status: 400 | 401 | 403 | 404 | 409;
  readonly code: Word;
  readonly values?: SentenceValues;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly failures?: readonly Failure[];
}

const NAMES: Readonly<Record<number, string>> = {
  400: 'ValidationError',
  401: 'UnauthorizedError',
  403: 'ForbiddenError',
  404: 'NotFoundError',
  409: 'ConflictError',
};

/** A move or a reading of workflows that is refused; nothing has been changed. */
export class WorkflowError extends Error {
  readonly status: number;
  constructor(readonly content: ErrorContent) {
    super(sentence('en', content.code, content.values));
    this.name = NAMES[content.status] ?? 'ApplicationError';
    this.status = content.status;
  }
}

/** One entry per failure, readable by programs (`code`, `path`, `guard`) and in both languages by people. */
export function failureEntries(
  failures: readonly Failure[],
  guards: ReadonlyMap<string, GuardDeclaration>,
  language: Language,
) {
  return failures.map((failure) => {
    const text = (of: Language): string => {
      const guard = failure.guard === undefined ? undefined : guards.get(failure.guard);
      if (guard) return guard.message[of] ?? guard.name;
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
      messages: { en: text('en'), ka: text('ka') },
    };
  });
}

/** The error as Strapi shapes errors: `{data: null, error: {status, name, message, details}}`. */
export function errorBody(
  error: WorkflowError,
  guards: ReadonlyMap<string, GuardDeclaration>,
  language: Language,
) {
  const { status, code, values, details, failures } = error.content;
  return {
    data: null,
    error: {
      status,
      name: error.name,
      message: sentence(language, code, values),
      details: {
        code,
        messages: { en: sentence('en', code, values), ka: sentence('ka', code, values) },
        ...details,
        ...(failures && { errors: failureEntries(failures, guards, language) }),
      },
    },
  };
}
