import { LIMITS } from '../../../moderation/attributes';
import { MOST_ON_A_PAGE, USUAL_ON_A_PAGE } from '../../../moderation/read-query';
import {
  jsonContent,
  parameterRef,
  responseRefs,
  schemaRef,
  type ApiComments,
  type ApiContext,
  type ApiPart,
  type JsonSchema,
} from './part';
import { say } from './words';

const TAG = 'comments';
const ERROR = 'content-error';

const text: JsonSchema = { type: 'string' };
const moment: JsonSchema = { type: 'string', format: 'date-time' };
const whole: JsonSchema = { type: 'integer', minimum: 0 };
const textOrNull: JsonSchema = { type: ['string', 'null'] };
const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items });

const limited = ({ least, most }: { least: number; most: number }): JsonSchema => ({
  type: 'string',
  minLength: least,
  maxLength: most,
});

/** An object whose properties are all there. */
const complete = (properties: JsonSchema): JsonSchema => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
});

const COMMENT = {
  documentId: text,
  authorName: text,
  body: text,
  locale: textOrNull,
  official: { type: 'boolean' },
  agency: { anyOf: [complete({ documentId: text, name: text }), { type: 'null' }] },
  createdAt: moment,
};

const schemasOf = ({ languages, reasons, honeypot }: ApiComments): Readonly<Record<string, JsonSchema>> => {
  const trap = { [honeypot]: { type: 'string', maxLength: 0 } };
  return {
    comment: complete(COMMENT),
    'comment-thread': complete({
      ...COMMENT,
      replies: listOf(schemaRef('comment')),
      repliesCount: whole,
    }),
    'comment-to-send': {
      type: 'object',
      required: ['authorName', 'authorEmail', 'body'],
      additionalProperties: false,
      properties: {
        authorName: limited(LIMITS.authorName),
        authorEmail: { type: 'string', format: 'email', maxLength: LIMITS.authorEmail.most },
        body: limited(LIMITS.body),
        parent: textOrNull,
        locale: { type: ['string', 'null'], enum: [...languages, null] },
        wantsNotice: { type: ['boolean', 'null'] },
        altcha: textOrNull,
        ...trap,
      },
    },
    'comment-report-to-send': {
      type: 'object',
      required: ['reason'],
      additionalProperties: false,
      properties: {
        reason: { type: 'string', enum: reasons },
        details: { type: ['string', 'null'], maxLength: LIMITS.details.most },
        altcha: textOrNull,
        ...trap,
      },
    },
  };
};

const data = (schema: JsonSchema) => jsonContent(complete({ data: schema }));
const refusals = (...statuses: number[]) =>
  responseRefs(Object.fromEntries(statuses.map((status) => [status, ERROR])));

/** Reading, sending and reporting comments. */
export function commentsPart({ comments, language }: ApiContext): ApiPart {
  if (!comments) return { tags: [], paths: {} };
  const word = (key: string) => say(language, `comments.${key}`);
  const about = `/${comments.subjects}/{documentId}/${comments.collection}`;
  const subject = parameterRef('content-document-id');
  const inQuery = (name: string, schema: JsonSchema) => ({
    name,
    in: 'query',
    schema,
    description: word(`parameter.${name.replace(/\W+/g, '-').replace(/-$/, '')}`),
  });
  const body = (schema: string) => ({ required: true, content: data(schemaRef(schema)) });
  return {
    tags: [{ name: TAG, description: word('tag') }],
    paths: {
      [about]: {
        get: {
          operationId: 'comments',
          tags: [TAG],
          summary: word('read.summary'),
          description: word('read.description'),
          parameters: [
            subject,
            inQuery('sort', { type: 'string', enum: ['createdAt:desc', 'createdAt:asc'] }),
            inQuery('locale', { type: 'string', enum: comments.languages }),
            inQuery('parent', text),
            inQuery('pagination[page]', { type: 'integer', minimum: 1, default: 1 }),
            inQuery('pagination[pageSize]', {
              type: 'integer',
              minimum: 1,
              maximum: MOST_ON_A_PAGE,
              default: USUAL_ON_A_PAGE,
            }),
          ],
          responses: {
            200: {
              description: word('read.ok'),
              content: jsonContent(
                complete({
                  data: listOf({ anyOf: [schemaRef('comment-thread'), schemaRef('comment')] }),
                  meta: complete({
                    pagination: complete({
                      page: whole,
                      pageSize: whole,
                      pageCount: whole,
                      total: whole,
                    }),
                  }),
                }),
              ),
            },
            ...refusals(400, 404, 503),
          },
        },
        post: {
          operationId: 'send-comment',
          tags: [TAG],
          summary: word('send.summary'),
          description: word('send.description'),
          parameters: [subject],
          requestBody: body('comment-to-send'),
          responses: {
            201: {
              description: word('send.ok'),
              content: data(complete({ documentId: text, moderationStatus: { const: 'pending' } })),
            },
            ...refusals(400, 403, 404, 413, 429, 503),
          },
        },
      },
      [`${about}/{commentId}/reports`]: {
        post: {
          operationId: 'report-comment',
          tags: [TAG],
          summary: word('report.summary'),
          description: word('report.description'),
          parameters: [
            subject,
            {
              name: 'commentId',
              in: 'path',
              required: true,
              schema: text,
              description: word('parameter.commentId'),
            },
          ],
          requestBody: body('comment-report-to-send'),
          responses: {
            201: {
              description: word('report.ok'),
              content: data(complete({ documentId: text, reported: { const: true } })),
            },
            ...refusals(400, 404, 413, 429, 503),
          },
        },
      },
      [`/${comments.collection}/challenge`]: {
        get: {
          operationId: 'comment-challenge',
          tags: [TAG],
          summary: word('challenge.summary'),
          description: word('challenge.description'),
          responses: {
            200: { description: word('challenge.ok'), content: jsonContent({ type: 'object' }) },
          },
        },
      },
      [`/${comments.collection}/report-reasons`]: {
        get: {
          operationId: 'comment-report-reasons',
          tags: [TAG],
          summary: word('reasons.summary'),
          responses: {
            200: {
              description: word('reasons.ok'),
              content: data(
                listOf(complete({ code: text, labels: { type: 'object', additionalProperties: text } })),
              ),
            },
          },
        },
      },
    },
    schemas: schemasOf(comments),
  };
}
