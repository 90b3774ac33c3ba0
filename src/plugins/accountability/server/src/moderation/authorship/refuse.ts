import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { localizedMessage } from '../../languages/request-language';
import { sentence, type Word } from '../refusal';

const words = (strapi: Core.Strapi, code: Word) => ({
  code,
  ...localizedMessage(strapi, (language) => sentence(language, code)),
});

/** The validation error (400) of a write, at each field it would have changed, as the panel's form shows it. */
export function writeRefused(
  strapi: Core.Strapi,
  attempts: readonly { readonly name: string; readonly code: Word }[],
): errors.ValidationError {
  const entries = attempts.map(({ name, code }) => ({
    path: [name],
    name: 'ValidationError',
    ...words(strapi, code),
  }));
  const message = [...new Set(entries.map((entry) => entry.message))].join(' ');
  return new errors.ValidationError(message, { code: attempts[0]?.code, errors: entries });
}

/** The error (400) for a new comment that comes neither from the public form nor from the queue. */
export const newCommentRefused = (strapi: Core.Strapi): errors.ValidationError => {
  const { message, code, messages } = words(strapi, 'COMMENTS_BY_FORM');
  return new errors.ValidationError(message, {
    code,
    messages,
    errors: [{ path: ['body'], name: 'ValidationError', code, message, messages }],
  });
};
