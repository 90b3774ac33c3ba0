import * as fc from 'fast-check';
import { HOSTILE } from '../hostile-values';
import type { Description, Operation } from './operations';
import { queryOf, type Names } from './queries';
import { oddText, valueOf, wellFormed } from './values';

export interface FuzzRequest {
  readonly method: string;
  /** Path and query, as they are sent. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What exists on the server, for requests to reach something. */
export interface Known {
  /** Values of path parameters by name. */
  readonly parameters: Readonly<Record<string, readonly string[]>>;
  /** Names of the content type that an address lists. */
  readonly namesOf: (path: string) => Names;
}

const HEADERS: Readonly<Record<string, readonly string[]>> = {
  accept: [
    '*/*',
    'text/html',
    'application/json;q=0.1',
    'nonsense',
    '',
    'text/*;q=x',
    'application/xml,text/csv',
  ],
  'accept-language': ['ka', 'en;q=0.5,ka', '*', 'xx-XX-xx', ''],
  'accept-encoding': ['identity', 'gzip', 'br, gzip;q=0', '*;q=0', 'nonsense', 'gzip;q=2'],
  'if-none-match': ['*', '"x"', 'W/"x"', '"', 'x, y', ''],
  'if-modified-since': [
    'Sat, 28 Nov 2099 00:00:00 GMT',
    'Thu, 01 Jan 1970 00:00:00 GMT',
    'yesterday',
    '0',
    '',
  ],
  'if-match': ['*', '"x"'],
  range: [
    'bytes=0-0',
    'bytes=-1',
    'bytes=5-2',
    'bytes=0-,1-',
    'bytes=99999999999999999999-',
    'rows=1',
    'bytes=',
  ],
  'if-range': ['"x"', 'yesterday'],
  origin: ['https://example.org', 'null', ''],
  'content-type': ['text/plain', 'application/json; charset=koi8-r', 'application/x-www-form-urlencoded', ''],
  'x-requested-with': ['XMLHttpRequest'],
  authorization: ['Bearer x', 'Basic eDp5', 'Bearer', ''],
};

const headers: fc.Arbitrary<Record<string, string>> = fc
  .array(
    fc
      .constantFrom(...Object.keys(HEADERS))
      .chain((name) => fc.constantFrom(...HEADERS[name]!).map((value) => [name, value] as const)),
    { maxLength: 2 },
  )
  .map((pairs) => Object.fromEntries(pairs));

const segment = (text: string): string => encodeURIComponent(wellFormed(text)) || '%20';

function targetOf(
  description: Description,
  { path, parameters }: Operation,
  known: Known,
): fc.Arbitrary<string> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  const values = names.map((name) => {
    const there = known.parameters[name] ?? parameters.find((one) => one.name === name)?.schema.enum ?? [];
    const odd = fc.oneof(
      oddText.map(segment),
      fc.constantFrom('%2e%2e', '%ff', '%e1%83', 'a%2Fb', '%25', 'constructor'),
    );
    return there.length === 0
      ? odd
      : fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...there.map(String)).map(segment) }, odd);
  });
  return fc
    .tuple(fc.tuple(...values), queryOf(description, parameters, known.namesOf(path)))
    .map(([parts, query]) => {
      const made = names.reduce((text, name, index) => text.replace(`{${name}}`, () => parts[index]!), path);
      return `/api${made}${query}`;
    });
}

/** JSON of a body: as described, with one member spoilt, or none. */
function bodyOf(description: Description, operation: Operation): fc.Arbitrary<string | undefined> {
  if (operation.method === 'GET') return fc.constant(undefined);
  const hostile = fc.constantFrom(...Object.values(HOSTILE).filter((json) => json.length < 10_000));
  if (!operation.body) return fc.oneof(fc.constant(''), fc.constant('List-Unsubscribe=One-Click'), hostile);
  const valid = valueOf(description, operation.body).map((value) => JSON.stringify(value));
  const invalid = fc
    .tuple(valueOf(description, operation.body), hostile, fc.nat())
    .map(([value, json, at]) => invalidate(value, json, at));
  return fc.oneof(
    { weight: 5, arbitrary: valid },
    { weight: 4, arbitrary: invalid },
    fc.oneof(hostile, fc.constantFrom('', '{', '[]', 'a=1', '\ufeff{}', '{"data": {}}x', '{"a":1,"a":2}')),
  );
}

/** JSON of a value in which one member, at any depth, is another JSON text. */
function invalidate(value: unknown, json: string, at: number): string {
  const MARK = 'invalid-member';
  const places: [Record<string, unknown>, string][] = [];
  const copy: unknown = structuredClone(value);
  const visit = (one: unknown): void => {
    if (typeof one !== 'object' || one === null) return;
    for (const name of Object.keys(one)) {
      places.push([one as Record<string, unknown>, name]);
      visit((one as Record<string, unknown>)[name]);
    }
  };
  visit(copy);
  const place = places[at % Math.max(places.length, 1)];
  if (!place) return json;
  place[0][place[1]] = MARK;
  return JSON.stringify(copy).replace(JSON.stringify(MARK), () => json);
}

/** Requests to an operation: valid, nearly valid, and odd. */
export const requestsTo = (
  description: Description,
  operation: Operation,
  known: Known,
): fc.Arbitrary<FuzzRequest> =>
  fc
    .tuple(
      targetOf(description, operation, known),
      headers,
      bodyOf(description, operation),
      operation.method === 'GET'
        ? fc.constantFrom('GET', 'GET', 'GET', 'GET', 'HEAD')
        : fc.constant(operation.method),
    )
    // Node.js itself refuses longer heads of a request.
    .filter(([target]) => target.length < 10_000)
    .map(([target, sent, body, method]) => ({
      method,
      target,
      headers: body === undefined ? sent : { 'content-type': 'application/json', ...sent },
      ...(body !== undefined && { body }),
    }));
