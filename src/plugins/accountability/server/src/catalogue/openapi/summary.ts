import { readOperation } from './answers';
import { schemaRef, type ApiContext, type ApiPart, type JsonSchema } from './part';

const TABLE = 'summary-table';
const DIMENSION = {
  type: 'object',
  required: ['name', 'label'],
  properties: { name: { type: 'string' }, label: { type: 'string' } },
};

const tableSchema: JsonSchema = {
  type: 'object',
  required: ['name', 'label', 'total', 'dimensions', 'counts'],
  properties: {
    name: { type: 'string' },
    label: { type: 'string' },
    total: { type: 'integer', minimum: 0 },
    dimensions: { type: 'array', items: DIMENSION },
    counts: {
      type: 'array',
      items: {
        type: 'object',
        required: ['count'],
        properties: { count: { type: 'integer', minimum: 0 } },
        // By the name of each dimension; null for documents without a value.
        additionalProperties: {
          type: ['object', 'null'],
          properties: { value: { type: 'string' }, label: { type: 'string' } },
        },
      },
    },
  },
};

/** Counts for charts. */
export const summaryPart = (context: ApiContext): ApiPart => ({
  tags: [],
  paths: {
    '/open-data/summary.json': {
      get: readOperation(context, {
        id: 'summary-json',
        tag: 'open-data',
        key: 'summary',
        mediaType: 'application/json',
        localized: true,
        schema: {
          type: 'object',
          required: ['self', 'license', 'locale', 'modified', 'tables'],
          properties: {
            self: { type: 'string', format: 'uri' },
            license: { type: 'object' },
            locale: { type: 'string', enum: context.catalogue.config.languages },
            modified: { type: 'string', format: 'date-time' },
            tables: { type: 'array', items: schemaRef(TABLE) },
          },
        },
      }),
    },
  },
  schemas: { [TABLE]: tableSchema },
});
