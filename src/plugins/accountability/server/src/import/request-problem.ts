import type { z } from 'zod';
import type { MessageValues } from '../languages/message-format';
import { ImportRefusal } from './refusal';
import { say } from './words';

type Issue = z.core.$ZodIssue;

/** What is wrong with a parameter; its sentence is `request.<code>` in the section `import` of the word files. */
interface RequestProblem {
  readonly code: string;
  readonly values?: MessageValues;
}

const valueAt = (body: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    body,
  );

const namesOf = (values: readonly unknown[]): string[] =>
  values.map((value) => (value === '\t' ? 'tab' : String(value)));

function problemOf(issue: Issue, body: unknown): RequestProblem {
  if (issue.code === 'unrecognized_keys') return { code: 'unknown' };
  if (valueAt(body, issue.path) === undefined) return { code: 'missing' };
  switch (issue.code) {
    case 'invalid_value':
      return { code: 'one-of', values: { known: namesOf(issue.values) } };
    case 'invalid_union':
      return { code: 'one-of', values: { known: ['true', 'false'] } };
    case 'too_big':
      return issue.origin === 'number'
        ? { code: 'at-most', values: { limit: Number(issue.maximum) } }
        : { code: 'too-long', values: { limit: Number(issue.maximum) } };
    case 'too_small':
      return issue.origin === 'number'
        ? { code: 'at-least', values: { limit: Number(issue.minimum) } }
        : { code: 'missing' };
    default:
      return { code: 'form' };
  }
}

/** A path such as `tables.0.columns.2.to`, with the header of the column it is about. */
function parameterOf(issue: Issue, body: unknown): string {
  const path = [...issue.path, ...(issue.code === 'unrecognized_keys' ? [issue.keys.join(', ')] : [])];
  const at = path.indexOf('columns');
  const header = at < 0 ? undefined : valueAt(body, [...path.slice(0, at + 2), 'from']);
  return `${path.join('.')}${typeof header === 'string' ? ` (“${header.slice(0, 100)}”)` : ''}`;
}

/** The refusal of a parameter. */
export const requestRefusal = (parameter: string, { code, values }: RequestProblem): ImportRefusal =>
  new ImportRefusal('IMPORT_REQUEST', { parameter, problem: code }, {}, (language) => ({
    problem: say(language, `request.${code}`, values),
  }));

/** What a schema makes of a request. @throws ImportRefusal 400 that names the parameter and what is wrong with it */
export function parsedRequest<Result>(schema: z.ZodType<Result>, body: unknown): Result {
  const given = body ?? {};
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const issue = result.error.issues[0] as Issue;
  throw requestRefusal(parameterOf(issue, given), problemOf(issue, given));
}
