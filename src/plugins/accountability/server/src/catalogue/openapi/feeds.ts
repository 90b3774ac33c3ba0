import { CHANGE_KINDS } from '../../change-log/content-types';
import { DEFAULT_LIMIT, LATEST_DEFAULT, LATEST_MAX, MAX_LIMIT } from '../../feeds/query';
import { localeParameter, readOperation } from './answers';
import { schemaRef, type ApiContext, type ApiPart } from './part';
import { say } from './words';

const TAG = 'open-data-feeds';
const CHANGE_LINE = 'change-line';
const STATUS_CHANGES = 'latest-status-changes';

const stateSchema = {
  type: 'object',
  required: ['code', 'labels', 'colour', 'terminal', 'declared'],
  properties: {
    code: { type: 'string' },
    labels: { type: 'object', additionalProperties: { type: 'string' } },
    colour: { type: 'string' },
    terminal: { type: 'boolean' },
    declared: { type: 'boolean' },
  },
};

const statusChangesSchema = {
  type: 'object',
  required: ['data'],
  properties: {
    data: {
      type: 'array',
      maxItems: LATEST_MAX,
      items: {
        type: 'object',
        required: ['subject', 'workflow', 'from', 'to', 'at', 'asOf', 'asOfPrecision', 'reason'],
        properties: {
          subject: {
            type: 'object',
            required: ['collection', 'documentId'],
            properties: { collection: { type: 'string' }, documentId: { type: 'string' } },
          },
          workflow: { type: 'string' },
          from: { ...stateSchema, type: ['object', 'null'] },
          to: stateSchema,
          at: { type: 'string', format: 'date-time' },
          asOf: { type: ['string', 'null'], format: 'date' },
          asOfPrecision: { type: ['string', 'null'] },
          reason: { type: ['string', 'null'] },
        },
      },
    },
  },
};

const changeLineSchema = (datasets: readonly string[]) => ({
  type: 'object',
  required: ['sequence', 'dataset', 'id', 'change', 'at'],
  properties: {
    sequence: { type: 'integer', minimum: 1 },
    dataset: { type: 'string', enum: datasets },
    id: { type: 'string' },
    change: { type: 'string', enum: CHANGE_KINDS },
    at: { type: 'string', format: 'date-time' },
    url: { type: 'string', format: 'uri' },
  },
});

/** Changes of documents, changes of status, and deadlines. */
export function feedsPart(context: ApiContext): ApiPart {
  const { catalogue, language } = context;
  const whole = (name: string, key: string, schema: object) => ({
    name,
    in: 'query',
    schema: { type: 'integer', ...schema },
    description: say(language, `feeds.${key}`),
  });
  const subject = {
    name: 'subject',
    in: 'query',
    schema: { type: 'string', pattern: '^\\w{1,64}$' },
    description: say(language, 'feeds.subject'),
  };
  return {
    tags: [{ name: TAG, description: say(language, 'tag.feeds') }],
    parameters: localeParameter(context),
    paths: {
      '/open-data/changes.ndjson': {
        get: readOperation(context, {
          id: 'changes-ndjson',
          tag: TAG,
          key: 'feeds.changes',
          mediaType: 'application/x-ndjson',
          // Of one line.
          schema: schemaRef(CHANGE_LINE),
          parameters: [
            whole('since', 'since', { minimum: 0, default: 0 }),
            whole('limit', 'limit', { minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT }),
          ],
          headers: {
            'X-Last-Sequence': {
              description: say(language, 'feeds.lastSequence'),
              schema: { type: 'integer' },
            },
            Link: { description: say(language, 'feeds.link'), schema: { type: 'string' } },
          },
        }),
      },
      '/open-data/changes.atom': {
        get: readOperation(context, {
          id: 'changes-atom',
          tag: TAG,
          key: 'feeds.statusChanges',
          mediaType: 'application/atom+xml',
          localized: true,
          parameters: [whole('before', 'before', { minimum: 1 }), subject],
        }),
      },
      '/open-data/status-changes.json': {
        get: readOperation(context, {
          id: 'status-changes-json',
          tag: TAG,
          key: 'feeds.latestChanges',
          mediaType: 'application/json',
          schema: schemaRef(STATUS_CHANGES),
          parameters: [
            whole('limit', 'latestLimit', { minimum: 1, maximum: LATEST_MAX, default: LATEST_DEFAULT }),
            subject,
          ],
        }),
      },
      '/open-data/deadlines.ics': {
        get: readOperation(context, {
          id: 'deadlines-ics',
          tag: TAG,
          key: 'feeds.deadlines',
          mediaType: 'text/calendar',
          localized: true,
          parameters: [subject],
        }),
      },
    },
    schemas: {
      [CHANGE_LINE]: changeLineSchema(catalogue.config.datasets.map(({ name }) => name)),
      [STATUS_CHANGES]: statusChangesSchema,
    },
  };
}
