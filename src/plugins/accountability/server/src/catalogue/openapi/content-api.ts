import { documentSchema, documentSchemaName } from './content-schema';
import {
  jsonContent,
  parameterRef,
  responseRefs,
  schemaRef,
  type ApiContentType,
  type ApiContext,
  type ApiPart,
} from './part';
import { say } from './words';

const TAG = 'content';

/** Drafts need a token (403), and an invalid token is refused (401). */
const REFUSALS = { 400: 'content-error', 401: 'content-error', 403: 'content-error' } as const;

const label = ({ labels, collection }: ApiContentType, { language }: ApiContext): string =>
  labels[language] ?? collection;

function listOperation(type: ApiContentType, context: ApiContext) {
  const { language } = context;
  return {
    operationId: `list-${type.collection}`,
    tags: [TAG],
    summary: say(language, 'content.list', { label: label(type, context) }),
    parameters: [
      ...(type.localized ? [parameterRef('content-locale')] : []),
      ...['content-filters', 'content-search', 'content-sort', 'content-fields', 'content-populate'].map(
        parameterRef,
      ),
      ...['content-page', 'content-page-size', 'content-with-count'].map(parameterRef),
      ...(type.overdue ? [parameterRef('content-overdue')] : []),
    ],
    responses: {
      200: {
        description: say(language, 'content.listOk'),
        content: jsonContent({
          type: 'object',
          required: ['data', 'meta'],
          properties: {
            data: { type: 'array', items: schemaRef(documentSchemaName(type)) },
            meta: { type: 'object', properties: { pagination: schemaRef('pagination') } },
          },
        }),
      },
      ...responseRefs({ ...REFUSALS, 429: 'content-busy', 500: 'content-error' }),
    },
  };
}

function singleOperation(type: ApiContentType, context: ApiContext) {
  const { language } = context;
  return {
    operationId: `get-${type.collection}`,
    tags: [TAG],
    summary: say(language, 'content.single', { label: label(type, context) }),
    parameters: [
      parameterRef('content-document-id'),
      ...(type.localized ? [parameterRef('content-locale')] : []),
      ...['content-fields', 'content-populate'].map(parameterRef),
    ],
    responses: {
      200: {
        description: say(language, 'content.singleOk'),
        content: jsonContent({
          type: 'object',
          required: ['data'],
          properties: { data: schemaRef(documentSchemaName(type)), meta: { type: 'object' } },
        }),
      },
      ...responseRefs({ ...REFUSALS, 404: 'content-error', 429: 'content-busy', 500: 'content-error' }),
    },
  };
}

/** Parameters of Strapi's content API. */
function parameters({ language, maxPageSize, catalogue }: ApiContext) {
  const { languages } = catalogue.config;
  const query = (name: string, key: string, schema: object, more: object = {}) => ({
    name,
    in: 'query',
    schema,
    description: say(language, `content.${key}`),
    ...more,
  });
  const nested = { style: 'deepObject', explode: true };
  const list = { style: 'form', explode: false };
  const texts = { type: 'array', items: { type: 'string' } };
  return {
    'content-document-id': {
      name: 'documentId',
      in: 'path',
      required: true,
      schema: { type: 'string' },
      description: say(language, 'content.documentId'),
    },
    'content-locale': query('locale', 'locale', { type: 'string', enum: languages, default: languages[0] }),
    'content-filters': query('filters', 'filters', { type: 'object', additionalProperties: true }, nested),
    'content-search': query('_q', 'search', { type: 'string' }),
    'content-sort': query('sort', 'sort', texts, list),
    'content-fields': query('fields', 'fields', texts, list),
    'content-populate': query('populate', 'populate', texts, list),
    'content-page': query('pagination[page]', 'page', { type: 'integer', minimum: 1, default: 1 }),
    'content-page-size': query('pagination[pageSize]', 'pageSize', {
      type: 'integer',
      minimum: 1,
      maximum: maxPageSize,
    }),
    'content-with-count': query('pagination[withCount]', 'withCount', { type: 'boolean', default: true }),
    'content-overdue': query('overdue', 'overdue', { type: 'boolean' }),
  };
}

/** Lists and single documents of the content types that are public. */
export function contentPart(context: ApiContext): ApiPart {
  const { contentTypes, language } = context;
  return {
    tags: [{ name: TAG, description: say(language, 'tag.content') }],
    paths: Object.fromEntries(
      contentTypes.flatMap((type) => [
        [`/${type.collection}`, { get: listOperation(type, context) }],
        [`/${type.collection}/{documentId}`, { get: singleOperation(type, context) }],
      ]),
    ),
    parameters: parameters(context),
    schemas: {
      pagination: {
        type: 'object',
        properties: Object.fromEntries(
          ['page', 'pageSize', 'pageCount', 'total'].map((name) => [name, { type: 'integer' }]),
        ),
      },
      ...Object.fromEntries(
        contentTypes.map((type) => [documentSchemaName(type), documentSchema(type, contentTypes)]),
      ),
    },
  };
}
