import { parameterRef, responseRefs, type ApiContext, type JsonSchema } from './part';
import { say } from './words';

/** Name of the shared parameter `locale`, whose default is the site's first language. */
export const LOCALE = 'open-data-locale';

/** The shared parameter of operations that answer in one language. */
export const localeParameter = ({ catalogue, language }: ApiContext) => {
  const { languages } = catalogue.config;
  return {
    [LOCALE]: {
      name: 'locale',
      in: 'query',
      schema: { type: 'string', enum: languages, default: languages[0] },
      description: say(language, 'metadata.locale.one'),
    },
  };
};

interface Described {
  readonly id: string;
  readonly tag: string;
  /** Key prefix of the texts: `feeds.changes` has `.summary`, `.description` and `.ok`. */
  readonly key: string;
  readonly mediaType: string;
  readonly schema?: JsonSchema;
  readonly localized?: boolean;
  readonly parameters?: readonly object[];
  readonly headers?: Readonly<Record<string, object>>;
}

/** A read with an entity tag and 304; errors are problem documents. */
export function readOperation({ language }: ApiContext, described: Described) {
  const { id, tag, key, mediaType, schema, localized, parameters = [], headers = {} } = described;
  const header = (word: string) => ({ description: say(language, word), schema: { type: 'string' } });
  return {
    operationId: id,
    tags: [tag],
    summary: say(language, `${key}.summary`),
    description: say(language, `${key}.description`),
    parameters: [...(localized ? [parameterRef(LOCALE)] : []), ...parameters],
    responses: {
      200: {
        description: say(language, `${key}.ok`),
        headers: {
          ETag: header('answer.etag'),
          'Last-Modified': header('answer.lastModified'),
          ...headers,
        },
        content: { [mediaType]: schema ? { schema } : {} },
      },
      304: { description: say(language, 'answer.notModified') },
      ...responseRefs({ 400: 'problem', 500: 'problem' }),
    },
  };
}
