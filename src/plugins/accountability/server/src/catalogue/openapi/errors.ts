import { jsonContent, schemaRef, type ApiContext, type ApiPart } from './part';
import { say } from './words';

const PROBLEM = 'application/problem+json';

/** Error responses: RFC 9457 under open data, Strapi's shape elsewhere. */
export const errorsPart = ({ language }: ApiContext): ApiPart => ({
  tags: [],
  paths: {},
  schemas: {
    problem: {
      type: 'object',
      required: ['type', 'title', 'status', 'detail', 'instance'],
      properties: {
        type: { type: 'string', format: 'uri' },
        title: { type: 'string' },
        status: { type: 'integer' },
        detail: { type: 'string' },
        instance: { type: 'string' },
        errors: {
          type: 'array',
          items: {
            type: 'object',
            required: ['parameter', 'message'],
            properties: { parameter: { type: 'string' }, message: { type: 'string' } },
          },
        },
      },
    },
    'content-error': {
      type: 'object',
      required: ['data', 'error'],
      properties: {
        data: { type: 'null' },
        error: {
          type: 'object',
          required: ['status', 'name', 'message'],
          properties: {
            status: { type: 'integer' },
            name: { type: 'string' },
            message: { type: 'string' },
            details: { type: ['object', 'array'] },
          },
        },
      },
    },
  },
  responses: {
    problem: {
      description: say(language, 'error.problem'),
      content: jsonContent(schemaRef('problem'), PROBLEM),
    },
    'problem-busy': {
      description: say(language, 'error.busy'),
      headers: {
        'Retry-After': { description: say(language, 'error.retryAfter'), schema: { type: 'integer' } },
      },
      content: jsonContent(schemaRef('problem'), PROBLEM),
    },
    'content-error': {
      description: say(language, 'error.content'),
      content: jsonContent(schemaRef('content-error')),
    },
    'content-busy': {
      description: say(language, 'error.contentBusy'),
      headers: {
        'Retry-After': { description: say(language, 'error.retryAfter'), schema: { type: 'integer' } },
      },
      content: jsonContent(schemaRef('content-error')),
    },
  },
});
