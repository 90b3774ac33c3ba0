import { catalogueDescription, catalogueTitle } from '../texts';
import { commentsPart } from '../../moderation/openapi/part';
import { importsPart } from '../../import/openapi';
import { releasesPart } from '../../releases/openapi';
import { searchPart } from '../../search/openapi';
import { contentPart } from './content-api';
import { errorsPart } from './errors';
import { exportsPart } from './exports';
import { feedsPart } from './feeds';
import type { ApiContext, ApiPart, DescribeApi } from './part';
import { summaryPart } from './summary';
import { say } from './words';
import { workflowsPart } from './workflows';

/** The parts every description has. A capability with addresses of its own adds a part. */
const PARTS: readonly DescribeApi[] = [
  exportsPart,
  releasesPart,
  feedsPart,
  summaryPart,
  contentPart,
  searchPart,
  workflowsPart,
  importsPart,
  commentsPart,
  errorsPart,
];

/**
 * Merges one group of named entries of all parts.
 * @throws Error when two parts use one name
 */
function merge(parts: readonly ApiPart[], group: 'paths' | 'schemas' | 'parameters' | 'responses') {
  const merged: Record<string, object> = {};
  for (const [name, entry] of parts.flatMap((part) => Object.entries(part[group] ?? {}))) {
    if (name in merged) throw new Error(`The description of the API has two ${group} "${name}"`);
    merged[name] = entry;
  }
  return merged;
}

/**
 * The public API as OpenAPI 3.1, in one language.
 * @param further parts of other capabilities
 */
export function openApiDocument(context: ApiContext, further: readonly DescribeApi[] = []) {
  const { catalogue, language } = context;
  const { licence, contact } = catalogue.config.openData;
  const parts = [...PARTS, ...context.further, ...further].map((describe) => describe(context));
  const title = catalogueTitle(catalogue)[language] ?? '';
  return {
    openapi: '3.1.0',
    info: {
      title: say(language, 'title', { title }),
      description: `${catalogueDescription(catalogue)[language] ?? ''}\n\n${say(language, 'description')}`,
      version: say(language, 'version'),
      license: { name: licence.name, url: licence.url },
      ...(contact && {
        contact: {
          ...(contact.email && { email: contact.email }),
          ...(contact.form && { url: contact.form }),
        },
      }),
    },
    servers: [{ url: catalogue.api }],
    security: [],
    tags: parts.flatMap(({ tags }) => tags),
    paths: merge(parts, 'paths'),
    components: {
      schemas: merge(parts, 'schemas'),
      parameters: merge(parts, 'parameters'),
      responses: merge(parts, 'responses'),
      securitySchemes: {
        'api-token': { type: 'http', scheme: 'bearer', description: say(language, 'security.apiToken') },
      },
    },
  };
}
