import { jsonContent, schemaRef, type ApiContext, type ApiPart } from '../../catalogue/openapi/part';
import { MAX_PAGE_SIZE, USUAL_ON_A_PAGE } from '../read-query';
import type { CommentsApi } from './api';
import { COMMENT, commentSchemas, FORM, object, REFUSAL, REPORT_FORM, THREAD } from './schemas';
import { data, inPath, inQuery, refusals, REFUSED, TAG, WAIT, type Say } from './shapes';
import { say, type CommentsApiWord } from './words';

const HTML = 'text/html';

/** The operations of comments; empty where there are none. */
export function commentsPart(context: ApiContext): ApiPart {
  const { comments: api, language } = context;
  if (!api) return { tags: [], paths: {} };
  const sayHere: Say = (word) => say(language, word);
  const refused = (word: CommentsApiWord, headers: object = {}) => ({
    description: sayHere(word),
    headers,
    // A body that no route accepts is refused before the form is parsed, in the shape of the content API.
    content: jsonContent({ anyOf: [schemaRef(REFUSAL), schemaRef('content-error')] }),
  });
  return {
    tags: [{ name: TAG, description: sayHere('tag') }],
    paths: {
      ...formPaths(api, sayHere),
      ...threadPaths(context, api, sayHere),
      ...unsubscribePath(api, sayHere),
    },
    schemas: commentSchemas(context, api),
    responses: {
      [REFUSED]: refused('refused'),
      [WAIT]: refused('wait', {
        'Retry-After': { description: sayHere('retryAfter'), schema: { type: 'integer', minimum: 1 } },
      }),
    },
  };
}

function formPaths({ collection }: CommentsApi, sayHere: Say) {
  return {
    [`/${collection}/challenge`]: {
      get: {
        operationId: 'comment-challenge',
        tags: [TAG],
        summary: sayHere('challenge'),
        parameters: [inQuery(sayHere, 'form', 'challenge.form', { type: 'string' })],
        responses: {
          200: {
            description: sayHere('challenge.ok'),
            content: jsonContent(
              object({
                parameters: {
                  ...object({
                    data: object({
                      issuedAt: { type: 'integer' },
                      form: { type: 'string', description: sayHere('challenge.token') },
                    }),
                  }),
                  additionalProperties: true,
                },
                signature: { type: 'string' },
              }),
            ),
          },
          ...refusals(400, 503),
        },
      },
    },
    [`/${collection}/report-reasons`]: {
      get: {
        operationId: 'comment-report-reasons',
        tags: [TAG],
        summary: sayHere('reasons'),
        responses: {
          200: {
            description: sayHere('reasons.ok'),
            content: data({
              type: 'array',
              items: object({
                code: { type: 'string' },
                labels: { type: 'object', additionalProperties: { type: 'string' } },
              }),
            }),
          },
          ...refusals(400, 503),
        },
      },
    },
  };
}

function threadPaths({ catalogue }: ApiContext, { collection, subjects }: CommentsApi, sayHere: Say) {
  const { languages } = catalogue.config;
  const subject = inPath(sayHere, 'documentId', 'subject');
  const locale = inQuery(sayHere, 'locale', 'locale.answers', { type: 'string', enum: languages });
  const whole = { type: 'integer', minimum: 0 };
  const page = object({ page: whole, pageSize: whole, pageCount: whole, total: whole });
  const below = `/${subjects}/{documentId}/${collection}`;
  return {
    [below]: {
      get: {
        operationId: 'comments',
        tags: [TAG],
        summary: sayHere('list'),
        parameters: [
          subject,
          inQuery(sayHere, 'sort', 'sort', {
            type: 'string',
            enum: ['createdAt:desc', 'createdAt:asc'],
            default: 'createdAt:desc',
          }),
          inQuery(sayHere, 'locale', 'locale', { type: 'string', enum: languages }),
          inQuery(sayHere, 'parent', 'parent', { type: 'string' }),
          inQuery(sayHere, 'pagination[page]', 'page', { type: 'integer', minimum: 1, default: 1 }),
          inQuery(sayHere, 'pagination[pageSize]', 'pageSize', {
            type: 'integer',
            minimum: 1,
            maximum: MAX_PAGE_SIZE,
            default: USUAL_ON_A_PAGE,
          }),
        ],
        responses: {
          200: {
            description: sayHere('list.ok'),
            content: jsonContent(
              object({
                data: { type: 'array', items: { anyOf: [schemaRef(THREAD), schemaRef(COMMENT)] } },
                meta: object({ pagination: page }),
              }),
            ),
          },
          ...refusals(400, 404, 503),
        },
      },
      post: {
        operationId: 'send-comment',
        tags: [TAG],
        summary: sayHere('send'),
        description: sayHere('send.description'),
        parameters: [subject, locale],
        requestBody: { required: true, content: data(schemaRef(FORM)) },
        responses: {
          201: {
            description: sayHere('send.ok'),
            content: data(object({ documentId: { type: 'string' }, moderationStatus: { const: 'pending' } })),
          },
          ...refusals(400, 403, 404, 413, 429, 503),
        },
      },
    },
    [`${below}/{commentId}/reports`]: {
      post: {
        operationId: 'report-comment',
        tags: [TAG],
        summary: sayHere('report'),
        description: sayHere('report.description'),
        parameters: [subject, inPath(sayHere, 'commentId', 'commentId'), locale],
        requestBody: { required: true, content: data(schemaRef(REPORT_FORM)) },
        responses: {
          201: {
            description: sayHere('report.ok'),
            content: data(object({ documentId: { type: 'string' }, reported: { const: true } })),
          },
          ...refusals(400, 404, 413, 429, 503),
        },
      },
    },
  };
}

function unsubscribePath({ collection }: CommentsApi, sayHere: Say) {
  const page = (description: string) => ({ description, content: { [HTML]: {} } });
  const operation = (id: string, word: CommentsApiWord) => ({
    operationId: id,
    tags: [TAG],
    summary: sayHere(word),
    parameters: [inPath(sayHere, 'token', 'token')],
    responses: {
      200: page(sayHere('unsubscribe.ok')),
      404: {
        description: sayHere('unsubscribe.unknown'),
        // An invalid token gets no page.
        content: { [HTML]: {}, ...jsonContent(schemaRef('content-error')) },
      },
      ...refusals(400, 429, 503),
    },
  });
  return {
    [`/${collection}/unsubscribe/{token}`]: {
      get: operation('ask-unsubscribe', 'unsubscribe.ask'),
      post: operation('unsubscribe', 'unsubscribe.do'),
    },
  };
}
