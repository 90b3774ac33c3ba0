import { schemaRef, type ApiContext, type JsonSchema } from '../../catalogue/openapi/part';
import { LIMITS } from '../attributes';
import type { CommentsApi } from './api';
import { say, type CommentsApiWord } from './words';

/** Names of the schemas among those of the whole description. */
export const COMMENT = 'comment-public';
export const THREAD = 'comment-thread';
export const FORM = 'comment-form';
export const REPORT_FORM = 'comment-report-form';
export const REFUSAL = 'comment-refusal';

const text = { type: 'string' };
const time = { type: 'string', format: 'date-time' };
const whole = { type: 'integer', minimum: 0 };

/** An object whose properties are all required, except those named as optional. */
export const object = (
  properties: Readonly<Record<string, JsonSchema>>,
  optional: readonly string[] = [],
): JsonSchema => ({
  type: 'object',
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties,
});

const within = ({ least, most }: { least: number; most: number }) => ({
  type: 'string',
  minLength: least,
  maxLength: most,
});

/** Schemas of comments, their forms and errors. */
export function commentSchemas(
  { catalogue, language }: ApiContext,
  { honeypot, reasons }: CommentsApi,
): Record<string, JsonSchema> {
  const { languages } = catalogue.config;
  const described = (schema: JsonSchema, word: CommentsApiWord): JsonSchema => ({
    ...schema,
    description: say(language, word),
  });
  const forms = {
    altcha: described(text, 'form.altcha'),
    [honeypot]: described({ type: 'string', maxLength: 0 }, 'form.trap'),
  };
  const comment = {
    documentId: text,
    authorName: text,
    body: described(text, 'comment.body'),
    locale: { type: ['string', 'null'], enum: [...languages, null] },
    official: { type: 'boolean' },
    agency: described(
      { oneOf: [object({ documentId: text, name: text }), { type: 'null' }] },
      'comment.agency',
    ),
    createdAt: time,
  };
  const messages = object(Object.fromEntries(languages.map((code) => [code, text])));
  return {
    [COMMENT]: object(comment),
    [THREAD]: object({
      ...comment,
      replies: described({ type: 'array', items: schemaRef(COMMENT) }, 'comment.replies'),
      repliesCount: whole,
    }),
    [FORM]: object(
      {
        authorName: described(within(LIMITS.authorName), 'form.authorName'),
        authorEmail: described(
          { type: 'string', format: 'email', maxLength: LIMITS.authorEmail.most },
          'form.authorEmail',
        ),
        body: described(within(LIMITS.body), 'form.body'),
        parent: described({ type: ['string', 'null'] }, 'form.parent'),
        locale: described({ type: ['string', 'null'], enum: [...languages, null] }, 'form.locale'),
        wantsNotice: described({ type: 'boolean', default: false }, 'form.wantsNotice'),
        ...forms,
      },
      ['parent', 'locale', 'wantsNotice', ...Object.keys(forms)],
    ),
    [REPORT_FORM]: object(
      {
        reason: { type: 'string', enum: reasons },
        details: { type: ['string', 'null'], maxLength: LIMITS.details.most },
        ...forms,
      },
      ['details', ...Object.keys(forms)],
    ),
    [REFUSAL]: object({
      data: { type: 'null' },
      error: object({
        status: whole,
        name: text,
        message: text,
        details: object(
          {
            code: text,
            messages,
            retryAfter: described({ type: 'integer', minimum: 1 }, 'retryAfter'),
            errors: {
              type: 'array',
              items: object({
                path: { type: 'array', items: text },
                name: text,
                code: text,
                message: text,
                messages,
              }),
            },
          },
          ['errors', 'retryAfter'],
        ),
      }),
    }),
  };
}
