import { z } from 'zod';
import { transitionRequest } from '../../../../shared/transition-contract';
import { PRECISIONS } from '../../dates/partial-date';
import {
  jsonContent,
  parameterRef,
  responseRefs,
  schemaRef,
  type ApiContext,
  type ApiPart,
  type JsonSchema,
} from './part';
import { say } from './words';

const TAG = 'workflows';

const text: JsonSchema = { type: 'string' };
const textOrNull: JsonSchema = { type: ['string', 'null'] };
const words: JsonSchema = { type: 'object', additionalProperties: text };
const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
const object = (properties: JsonSchema): JsonSchema => ({ type: 'object', properties });

const state = object({
  code: text,
  label: text,
  labels: words,
  colour: text,
  terminal: { type: 'boolean' },
});

const SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  state,
  'status-change': object({
    sequence: { type: 'integer' },
    workflow: text,
    transition: text,
    label: textOrNull,
    labels: { anyOf: [words, { type: 'null' }] },
    from: { anyOf: [schemaRef('state'), { type: 'null' }] },
    to: schemaRef('state'),
    version: { type: 'integer' },
    at: { type: 'string', format: 'date-time' },
    asOf: { type: ['string', 'null'], format: 'date' },
    asOfPrecision: { type: ['string', 'null'], enum: [...PRECISIONS.filter((one) => one !== 'none'), null] },
    reason: textOrNull,
    fields: { type: ['object', 'null'] },
    actor: object({ kind: text, label: textOrNull }),
    subject: object({ collection: text, documentId: text }),
  }),
  workflow: object({
    workflow: text,
    contentType: text,
    field: textOrNull,
    overdue: { type: 'boolean' },
    label: text,
    labels: words,
    initial: text,
    states: listOf(schemaRef('state')),
    transitions: listOf(
      object({
        transition: text,
        label: text,
        labels: words,
        from: listOf(text),
        to: textOrNull,
        reason: { type: ['string', 'null'], enum: ['required', 'optional', null] },
        fields: listOf(object({ attribute: text, required: { type: 'boolean' } })),
      }),
    ),
  }),
  move: object({
    contentType: text,
    documentId: text,
    workflow: text,
    transition: text,
    from: text,
    to: text,
    version: { type: 'integer' },
    at: { type: 'string', format: 'date-time' },
  }),
};

/** The body of a move as the server checks it. */
function moveRequest(): JsonSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(transitionRequest);
  return schema;
}

const data = (schema: JsonSchema) =>
  jsonContent({ type: 'object', required: ['data'], properties: { data: schema } });

const includeParameter = (parts: readonly string[], language: string) => ({
  name: 'include',
  in: 'query',
  description: say(language, 'history.include'),
  schema: { type: 'string', enum: parts },
});

/** Histories, workflows and moves. */
export function workflowsPart(context: ApiContext): ApiPart {
  const { contentTypes, language } = context;
  if (!context.hasWorkflows) return { tags: [], paths: {} };
  const locale = parameterRef('content-locale');
  return {
    tags: [{ name: TAG, description: say(language, 'tag.workflows') }],
    paths: {
      ...Object.fromEntries(
        contentTypes
          .filter(({ history }) => history)
          .map(({ collection, labels, parts }) => [
            `/${collection}/{documentId}/status-history`,
            {
              get: {
                operationId: `status-history-${collection}`,
                tags: [TAG],
                summary: say(language, 'history.summary', { label: labels[language] ?? collection }),
                parameters: [
                  parameterRef('content-document-id'),
                  locale,
                  ...(parts.length > 0 ? [includeParameter(parts, language)] : []),
                ],
                responses: {
                  200: {
                    description: say(language, 'history.ok'),
                    content: data(listOf(schemaRef('status-change'))),
                  },
                  ...responseRefs({ 400: 'content-error', 404: 'content-error' }),
                },
              },
            },
          ]),
      ),
      '/accountability/workflows': {
        get: {
          operationId: 'workflows',
          tags: [TAG],
          summary: say(language, 'workflows.summary'),
          parameters: [locale],
          responses: {
            200: { description: say(language, 'workflows.ok'), content: data(listOf(schemaRef('workflow'))) },
            ...responseRefs({ 400: 'content-error' }),
          },
        },
      },
      '/accountability/transitions': {
        post: {
          operationId: 'make-transition',
          tags: [TAG],
          summary: say(language, 'move.summary'),
          description: say(language, 'move.description'),
          security: [{ 'api-token': [] }],
          requestBody: { required: true, content: jsonContent(schemaRef('move-request')) },
          responses: {
            200: { description: say(language, 'move.ok'), content: data(schemaRef('move')) },
            ...responseRefs({
              400: 'content-error',
              401: 'content-error',
              403: 'content-error',
              404: 'content-error',
              409: 'content-error',
              413: 'content-error',
              415: 'content-error',
            }),
          },
        },
      },
    },
    schemas: { ...SCHEMAS, 'move-request': moveRequest() },
  };
}
