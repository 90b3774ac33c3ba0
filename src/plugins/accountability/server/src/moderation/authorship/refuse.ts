import { errors } from '@strapi/utils';
import type { Language } from '../../languages/request-language';
import { sentence, type Word } from '../refusal';

const words = (code: Word, language: Language) => ({
  code,
  message: sentence(language, code),
  messages: { en: sentence('en', code), ka: sentence('ka', code) },
});

/** The refusal (400) of a write, at each field that it would have changed, as the panel's form shows it. */
export function writeRefused(
  attempts: readonly { readonly name: string; readonly code: Word }[],
  language: Language,
): errors.ValidationError {
  const entries = attempts.map(({ name, code }) => ({
    path: [name],
    name: 'ValidationError',
    ...words(code, language),
  }));
  const message = [...new Set(entries.map((entry) => entry.message))].join(' ');
  return new errors.ValidationError(message, { code: attempts[0]?.code, errors: entries });
}

/** The refusal (400) of a new comment that comes neither from the public form nor from the queue. */
export const newCommentRefused = (language: Language): errors.ValidationError => {
  const { message, code, messages } = words('COMMENTS_BY_FORM', language);
  return new errors.ValidationError(message, {
    code,
    messages,
    errors: [{ path: ['body'], name: 'ValidationError', code, message, messages }],
  });
};
