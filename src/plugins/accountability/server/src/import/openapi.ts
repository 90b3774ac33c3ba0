import { DATE_ORDERS } from '../../../shared/date-order';
import {
  jsonContent,
  parameterRef,
  responseRefs,
  schemaRef,
  type ApiContext,
  type ApiPart,
  type JsonSchema,
} from '../catalogue/openapi/part';
import { IMPORT_STATUSES } from './jobs/content-types';
import { say } from './words';

const TAG = 'imports';
const IMPORT = 'import';
const ID = 'import-id';

const text: JsonSchema = { type: 'string' };
const textOrNull: JsonSchema = { type: ['string', 'null'] };
const whole: JsonSchema = { type: 'integer', minimum: 0 };
const wholeOrNull: JsonSchema = { type: ['integer', 'null'], minimum: 0 };
const moment: JsonSchema = { type: 'string', format: 'date-time' };
const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
const object = (properties: JsonSchema, required = Object.keys(properties)): JsonSchema => ({
  type: 'object',
  required,
  properties,
});
const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] });

const place = object({ file: text, table: textOrNull, row: wholeOrNull, column: textOrNull });
const verdicts = object({ created: whole, changed: whole, unchanged: whole, refused: whole });
const anything: JsonSchema = {};

const SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  'import-problem': object(
    {
      severity: { type: 'string', enum: ['error', 'warning'] },
      code: text,
      place,
      values: {
        type: 'object',
        additionalProperties: { anyOf: [text, { type: 'number' }, listOf(text)] },
      },
      message: text,
    },
    ['severity', 'code', 'place', 'message'],
  ),
  'import-result': object({
    applied: { type: 'boolean' },
    counts: { type: 'object', additionalProperties: verdicts },
    errors: whole,
    warnings: whole,
    problems: listOf(schemaRef('import-problem')),
    preview: listOf(
      object({
        verdict: { type: 'string', enum: ['created', 'changed', 'unchanged', 'refused'] },
        place,
        contentType: text,
        key: text,
        documentId: textOrNull,
        differences: listOf(
          object({ attribute: text, locale: textOrNull, before: anything, after: anything }, ['attribute']),
        ),
      }),
    ),
  }),
  [IMPORT]: object({
    id: text,
    status: { type: 'string', enum: IMPORT_STATUSES },
    mapping: text,
    locale: textOrNull,
    dryRun: { type: 'boolean' },
    keepGood: { type: 'boolean' },
    files: listOf(object({ name: text, digest: text, bytes: whole })),
    startedAt: moment,
    endedAt: orNull(moment),
    progress: orNull(
      object({ step: { type: 'string', enum: ['check', 'write'] }, done: whole, of: wholeOrNull }),
    ),
    failure: orNull(object({ code: text, message: text })),
    result: orNull(schemaRef('import-result')),
  }),
};

const data = jsonContent(object({ data: schemaRef(IMPORT) }));

/** Imports by API tokens. */
export function importsPart({ catalogue, importMappings, language }: ApiContext): ApiPart {
  if (importMappings.length === 0) return { tags: [], paths: {} };
  const word = (key: string) => say(language, `api.${key}`);
  const described = (schema: JsonSchema, key: string) => ({ ...schema, description: word(key) });
  const form = object(
    {
      files: described(listOf({ type: 'string', contentMediaType: 'application/octet-stream' }), 'files'),
      // Beside those that are declared it may be one that editors have saved.
      mapping: described(
        { type: 'string', minLength: 1, maxLength: 100, examples: importMappings },
        'mapping',
      ),
      locale: described({ type: 'string', enum: catalogue.config.languages }, 'locale'),
      dryRun: described({ type: 'boolean', default: false }, 'dryRun'),
      keepGood: described({ type: 'boolean', default: false }, 'keepGood'),
      encoding: described(text, 'detected'),
      separator: described({ type: 'string', enum: [',', ';', '\t', '|', 'tab'] }, 'detected'),
      headerRow: described({ type: 'integer', minimum: 1 }, 'detected'),
      sheet: described(text, 'sheet'),
      dateOrder: described({ type: 'string', enum: DATE_ORDERS }, 'dateOrder'),
    },
    ['files', 'mapping'],
  );
  const security = [{ 'api-token': [] }];
  const refusals = (...statuses: number[]) =>
    responseRefs(Object.fromEntries(statuses.map((status) => [status, 'content-error'])));
  return {
    tags: [{ name: TAG, description: word('tag') }],
    paths: {
      '/accountability/imports': {
        post: {
          operationId: 'start-import',
          tags: [TAG],
          summary: word('start'),
          description: word('startDescription'),
          security,
          parameters: [
            {
              name: 'Idempotency-Key',
              in: 'header',
              description: word('idempotencyKey'),
              schema: { type: 'string', maxLength: 255 },
            },
          ],
          requestBody: { required: true, content: { 'multipart/form-data': { schema: form } } },
          responses: {
            202: {
              description: word('started'),
              headers: { Location: { description: word('location'), schema: text } },
              content: data,
            },
            ...refusals(400, 401, 403, 409, 413, 415),
          },
        },
      },
      '/accountability/imports/{id}': {
        get: {
          operationId: 'find-import',
          tags: [TAG],
          summary: word('find'),
          security,
          parameters: [parameterRef(ID)],
          responses: {
            200: { description: word('found'), content: data },
            ...refusals(400, 401, 403, 404),
          },
        },
      },
    },
    parameters: {
      [ID]: { name: 'id', in: 'path', required: true, description: word('id'), schema: text },
    },
    schemas: SCHEMAS,
  };
}
