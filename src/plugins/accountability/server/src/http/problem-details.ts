import { translate } from '../languages/problem-words';

/** A parameter at fault; `key` chooses the sentence, `received` and `known` fill it. */
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
  /** Further members of the document: what exists instead, for example. */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Fills the sentence. */
  readonly received?: string;
  /** Fill it too, by placeholder. */
  readonly values?: Readonly<Record<string, string>>;
  /** Another status than the kind's own, for refusals that come from elsewhere. */
  readonly status?: number;
}

/** A refusal that is answered with problem details. */
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
 * The document of RFC 9457 for a refusal, in one language.
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
