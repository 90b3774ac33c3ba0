/** Why a body was not read. */
export type FaultCode =
  | 'NOT_JSON'
  | 'BODY_UNREADABLE'
  | 'BODY_ENCODING_UNKNOWN'
  | 'BODY_TOO_LARGE'
  | 'FILES_TOO_LARGE'
  | 'TOO_MANY_FILES'
  | 'MULTIPART_NOT_HERE';

/** What is wrong with a body, as its sender can be told. */
export interface BodyFault {
  readonly status: 400 | 413 | 415;
  readonly code: FaultCode;
  /** The limit that was passed: bytes, or files. */
  readonly most?: number;
  /** Where it would be taken. */
  readonly place?: string;
}

/** How the parsers of bodies tell what is wrong: koa-body, co-body, raw-body, inflation, zlib and formidable. */
interface ParserError {
  readonly status?: unknown;
  readonly httpCode?: unknown;
  readonly code?: unknown;
  readonly limit?: unknown;
}

/** Formidable's code for a transfer encoding of a part that it does not know; it calls it a fault of the server. */
const PART_ENCODING_UNKNOWN = 1014;

/**
 * What a parser's error says of the body, without its words: they repeat pieces of what was sent. Pure.
 * @returns null where something else has failed than the body, the disk or the connection among it
 */
export function bodyFaultOf(error: unknown): BodyFault | null {
  if (!(error instanceof Error)) return null;
  const { status, httpCode, code, limit } = error as ParserError;
  if (code === 'ECONNABORTED' || code === 'ECONNRESET') return null;
  const told = status ?? httpCode;
  if (told === 413) return { status: 413, code: 'BODY_TOO_LARGE', most: Number(limit) || undefined };
  if (told === 415) return { status: 415, code: 'BODY_ENCODING_UNKNOWN' };
  if (told === 400 && error instanceof SyntaxError) return { status: 400, code: 'NOT_JSON' };
  const isPacking = typeof code === 'string' && code.startsWith('Z_');
  if (told === 400 || isPacking || code === PART_ENCODING_UNKNOWN) {
    return { status: 400, code: 'BODY_UNREADABLE' };
  }
  return null;
}
