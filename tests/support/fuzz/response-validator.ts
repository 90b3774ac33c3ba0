import addFormats from 'ajv-formats';
import Ajv, { type ValidateFunction } from 'ajv/dist/2020';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Description, Operation } from './operations';
import type { FuzzRequest } from './requests';
import type { Answer } from './send';

/** Longer answers are not checked against their schema: they say the same again. */
const CHECKED_BYTES = 200_000;
const LINES = 20;

const ID = 'description';

/** Finds what is wrong with responses, by the description of the API. */
export class ResponseValidator {
  private readonly ajv: Ajv;
  private readonly compiled = new Map<object, ValidateFunction>();

  constructor(description: Description) {
    this.ajv = new Ajv({ strict: false, allErrors: false });
    addFormats(this.ajv);
    this.ajv.addSchema({ $id: ID, components: description.components } as object);
  }

  /** Null where the answer is as described. */
  faultOf({ responses, method, path }: Operation, sent: FuzzRequest, answer: Answer): string | null {
    const { status, headers } = answer;
    if (status === 301 && isOtherSpelling(sent.target, headers.location)) return null;
    if (status >= 500 && !(status === 503 && '503' in responses))
      return `${status}: ${textOf(answer).slice(0, 300)}`;
    const described = responses[status];
    if (!described) {
      return `${status} is not described for ${method} ${path}: ${textOf(answer).slice(0, 300)}`;
    }
    if (sent.method === 'HEAD' || status === 304)
      return answer.body.length > 0 ? 'a body where none is allowed' : null;
    const type = (headers['content-type'] ?? '').split(';')[0]!;
    const content = described.content?.[type];
    if (!content)
      return `${status} with ${type || 'no media type'} is not described: ${textOf(answer).slice(0, 200)}`;
    if (!content.schema || answer.body.length > CHECKED_BYTES) return null;
    return this.schemaFault(content.schema, type, answer);
  }

  private schemaFault(schema: object, type: string, answer: Answer): string | null {
    const text = textOf(answer);
    const values = type.endsWith('ndjson') ? text.split('\n').filter(Boolean).slice(0, LINES) : [text];
    const validate = this.validator(schema);
    for (const value of values) {
      if (validate(JSON.parse(value))) continue;
      const [error] = validate.errors!;
      return `${answer.status} is not as described: ${error!.instancePath} ${error!.message}: ${value.slice(0, 300)}`;
    }
    return null;
  }

  private validator(schema: object): ValidateFunction {
    let validate = this.compiled.get(schema);
    if (!validate) {
      const absolute = JSON.stringify(schema).replaceAll('"#/components/', `"${ID}#/components/`);
      validate = this.ajv.compile(JSON.parse(absolute) as object);
      this.compiled.set(schema, validate);
    }
    return validate;
  }
}

/** Whether one address is another spelling of the other: the site answers at one of them and sends there from others. */
function isOtherSpelling(target: string, location = ''): boolean {
  const decoded = (path: string) => decodeURIComponent(path.split('?')[0]!).toLowerCase();
  return target !== location && decoded(target) === decoded(location);
}

function textOf({ headers, body }: Answer): string {
  switch (headers['content-encoding']) {
    case 'gzip':
      return gunzipSync(body).toString();
    case 'br':
      return brotliDecompressSync(body).toString();
  }
  return body.toString();
}
