import {
  jsonContent,
  responseRefs,
  schemaRef,
  type ApiContext,
  type ApiPart,
} from '../catalogue/openapi/part';
import { say } from './words';

const TAG = 'open-data-releases';
const ZIP = 'application/zip';
const RELEASE = 'release';

const releaseSchema = (datasets: readonly string[]) => {
  const whole = { type: 'integer', minimum: 0 };
  return {
    type: 'object',
    required: ['version', 'created', 'sequence', 'bytes', 'sha256', 'rows', 'url'],
    properties: {
      version: { type: 'string', examples: ['2026-11-25.1842'] },
      created: { type: 'string', format: 'date-time' },
      sequence: whole,
      bytes: whole,
      sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
      rows: {
        type: 'object',
        properties: Object.fromEntries(datasets.map((name) => [name, whole])),
        additionalProperties: whole,
      },
      url: { type: 'string', format: 'uri' },
    },
  };
};

/** The archive of everything, the list of releases, and the releases. */
export function releasesPart({ catalogue, language }: ApiContext): ApiPart {
  const word = (key: string) => say(language, `api.${key}`);
  const header = (key: string, type = 'string') => ({ description: word(key), schema: { type } });
  const headers = {
    ETag: header('etag'),
    'X-Total-Rows': header('totalRows', 'integer'),
    'X-Release-Version': header('dataVersion'),
  };
  const kept = { ...headers, 'Repr-Digest': header('digest') };
  const notModified = { 304: { description: word('notModified') } };
  return {
    tags: [{ name: TAG, description: word('tag') }],
    paths: {
      '/open-data/all.zip': {
        get: {
          operationId: 'all-zip',
          tags: [TAG],
          summary: word('archive'),
          description: word('archiveDescription'),
          responses: {
            200: { description: word('archiveOk'), headers, content: { [ZIP]: {} } },
            ...notModified,
            ...responseRefs({ 400: 'problem', 429: 'problem-busy', 500: 'problem', 503: 'problem-busy' }),
          },
        },
      },
      '/open-data/releases.json': {
        get: {
          operationId: 'releases-json',
          tags: [TAG],
          summary: word('list'),
          responses: {
            200: {
              description: word('listOk'),
              headers: { ETag: headers.ETag },
              content: jsonContent({
                type: 'object',
                required: ['self', 'license', 'releases'],
                properties: {
                  self: { type: 'string', format: 'uri' },
                  license: { type: 'object' },
                  releases: { type: 'array', items: schemaRef(RELEASE) },
                },
              }),
            },
            ...notModified,
            ...responseRefs({ 400: 'problem', 500: 'problem' }),
          },
        },
      },
      '/open-data/releases/{version}.zip': {
        get: {
          operationId: 'release-zip',
          tags: [TAG],
          summary: word('release'),
          description: word('releaseDescription'),
          parameters: [
            {
              name: 'version',
              in: 'path',
              required: true,
              schema: { type: 'string' },
              description: word('version'),
            },
          ],
          responses: {
            200: { description: word('releaseOk'), headers: kept, content: { [ZIP]: {} } },
            206: { description: word('releasePart'), headers: kept, content: { [ZIP]: {} } },
            ...notModified,
            ...responseRefs({ 400: 'problem', 404: 'problem', 416: 'problem', 500: 'problem' }),
          },
        },
      },
    },
    schemas: { [RELEASE]: releaseSchema(catalogue.config.datasets.map(({ name }) => name)) },
  };
}
