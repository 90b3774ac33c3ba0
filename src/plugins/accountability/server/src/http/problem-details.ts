import { engineWords } from '../languages/engine-words';

/** A text of problem documents, by key. */
const translate = engineWords.section('http').say as (
  language: string,
  key: string,
  values?: Readonly<Record<string, string>>,
) => string;

/** An invalid parameter; `key` selects the message, `received` and `known` are its values. */
export interface ParameterError {
  readonly parameter: string;
  readonly key: string;
  readonly received?: string;
  readonly known?: readonly string[];
}

const STATUS = {
  'invalid-query': 400,
  'query-too-long': 400,
  'unknown-dataset': 404,
  'unknown-format': 404,
  'too-many-rows': 400,
  'not-acceptable': 406,
  'unknown-release': 404,
  'not-found': 404,
  'method-not-allowed': 405,
  'range-not-satisfiable': 416,
  'too-many-exports': 503,
  'too-many-exports-of-address': 429,
  'request-refused': 400,
  'internal-error': 500,
} as const;

export type ProblemKind = keyof typeof STATUS;

interface ProblemOptions {
  readonly errors?: readonly ParameterError[];
  /** Further members of the document: alternatives, for example. */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Value of the message. */
  readonly received?: string;
  /** Further values of the message, by placeholder. */
  readonly values?: Readonly<Record<string, string>>;
  /** Another status than the kind's own, for errors that come from Strapi or the router. */
  readonly status?: number;
}

/** An error that is answered with problem details. */
export class ProblemError extends Error {
  readonly status: number;

  constructor(
    readonly kind: ProblemKind,
    readonly options: ProblemOptions = {},
  ) {
    super(kind);
    this.name = 'ProblemError';
    this.status = options.status ?? STATUS[kind];
  }
}

/**
 * The problem document (RFC 9457) of an error, in one language.
 * @param instance address of the request, without the host
 */
export function problemDocument(
  { kind, status, options }: ProblemError,
  instance: string,
  language: string,
): Record<string, unknown> {
  const { errors, members, received = '', values } = options;
  return {
    type: `urn:problem-type:open-data:${kind}`,
    title: translate(language, `${kind}.title`),
    status,
    detail: translate(language, `${kind}.detail`, { received, ...values }),
    instance,
    ...members,
    ...(errors && {
      errors: errors.map((error) => ({
        parameter: error.parameter,
        message: translate(language, `parameter.${error.key}`, {
          received: error.received ?? '',
          known: error.known?.join(', ') ?? '',
        }),
      })),
    }),
  };
}
