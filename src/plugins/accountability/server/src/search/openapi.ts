import { readOperation } from '../catalogue/openapi/answers';
import { schemaRef, type ApiContext, type ApiPart, type JsonSchema } from '../catalogue/openapi/part';
import { say } from '../catalogue/openapi/words';
import { MAX_QUERY_LENGTH } from './query/parse-query';
import { MAX_PAGE_SIZE } from './request-query';
import { MAX_FOUND } from './find-entries';
import { USUAL_PAGE } from './search-documents';

const TAG = 'search';
const RESULT = 'search-result';
const PARTS = 'search-marked-text';

const text: JsonSchema = { type: 'string' };
const textOrNull: JsonSchema = { type: ['string', 'null'] };
const count: JsonSchema = { type: 'integer', minimum: 0 };
const object = (properties: Readonly<Record<string, JsonSchema>>): JsonSchema => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
});

const schemas = (
  kinds: readonly string[],
  described: (key: string) => string,
): Record<string, JsonSchema> => ({
  [PARTS]: {
    type: 'array',
    description: described('snippet'),
    items: object({ text, mark: { type: 'boolean' } }),
  },
  [RESULT]: object({
    kind: { type: 'string', enum: kinds },
    documentId: text,
    locale: textOrNull,
    title: schemaRef(PARTS),
    page: textOrNull,
    field: textOrNull,
    snippet: schemaRef(PARTS),
    place: {
      anyOf: [object({ name: text, documentId: text, label: text, code: textOrNull }), { type: 'null' }],
    },
  }),
});

/** The search; empty where there is none. */
export function searchPart(context: ApiContext): ApiPart {
  const { searchKinds: kinds, language, catalogue } = context;
  if (kinds.length === 0) return { tags: [], paths: {} };
  const described = (key: string) => say(language, `search.${key}`);
  const inQuery = (name: string, schema: JsonSchema, required = false) => ({
    name,
    in: 'query',
    required,
    schema,
    description: described(name),
  });
  const { languages } = catalogue.config;
  return {
    tags: [{ name: TAG, description: described('tag') }],
    paths: {
      '/search': {
        get: readOperation(context, {
          id: 'search',
          tag: TAG,
          key: 'search',
          mediaType: 'application/json',
          parameters: [
            inQuery('q', { type: 'string', minLength: 1, maxLength: MAX_QUERY_LENGTH, pattern: '\\S' }, true),
            inQuery('locale', { type: 'string', enum: languages, default: languages[0] }),
            inQuery('kind', { type: 'string', enum: kinds }),
            inQuery('page', { type: 'integer', minimum: 1, maximum: MAX_FOUND, default: 1 }),
            inQuery('pageSize', {
              type: 'integer',
              minimum: 1,
              maximum: MAX_PAGE_SIZE,
              default: USUAL_PAGE,
            }),
          ],
          schema: object({
            data: { type: 'array', items: schemaRef(RESULT) },
            meta: object({
              pagination: schemaRef('pagination'),
              kinds: { type: 'object', additionalProperties: count },
              isApproximate: { type: 'boolean', description: described('isApproximate') },
              index: {
                ...object({
                  sequence: count,
                  updatedAt: { type: 'string', format: 'date-time' },
                  isComplete: { type: 'boolean' },
                }),
                description: described('index'),
              },
            }),
          }),
        }),
      },
    },
    schemas: schemas(kinds, described),
  };
}
