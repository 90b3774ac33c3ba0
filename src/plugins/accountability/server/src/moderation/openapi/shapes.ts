import { jsonContent, responseRefs, type JsonSchema } from '../../catalogue/openapi/part';
import { object } from './schemas';
import type { CommentsApiWord } from './words';

/** Names of the tag and of the shared error responses; the second has `Retry-After`. */
export const TAG = 'comments';
export const REFUSED = 'comment-refused';
export const WAIT = 'comment-wait';

/** A text in the language of the description. */
export type Say = (word: CommentsApiWord) => string;

/** A body of the form `{data: …}`. */
export const data = (schema: JsonSchema) => jsonContent(object({ data: schema }));
/** A parameter in the path. */
export const inPath = (say: Say, name: string, word: CommentsApiWord) => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string' },
  description: say(word),
});
/** A parameter in the query. */
export const inQuery = (say: Say, name: string, word: CommentsApiWord, schema: object) => ({
  name,
  in: 'query',
  schema,
  description: say(word),
});

/** References to the error responses with these statuses; some have `Retry-After`. */
export const refusals = (...statuses: number[]) =>
  responseRefs(
    Object.fromEntries(statuses.map((status) => [status, [429, 503].includes(status) ? WAIT : REFUSED])),
  );
