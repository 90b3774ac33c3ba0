/** Why a body was not parsed. */
export type FaultCode =
  | 'NOT_JSON'
  | 'BODY_UNREADABLE'
  | 'BODY_ENCODING_UNKNOWN'
  | 'BODY_TOO_LARGE'
  | 'FILES_TOO_LARGE'
  | 'TOO_MANY_FILES'
  | 'MULTIPART_NOT_HERE';

/** A fault of a body, for the error message. */
export interface BodyFault {
  readonly status: 400 | 413 | 415;
  readonly code: FaultCode;
  /** The exceeded limit: bytes, or files. */
  readonly most?: number;
  /** Where it would be accepted. */
  readonly place?: string;
}

/** Error types of the body parsers: koa-body, co-body, raw-body, inflation, zlib and formidable. */
interface ParserError {
  readonly status?: unknown;
  readonly httpCode?: unknown;
  readonly code?: unknown;
  readonly limit?: unknown;
}

/** Formidable's code for an unknown transfer encoding of a part; it has status 500. */
const PART_ENCODING_UNKNOWN = 1014;

/**
 * The fault of a body from a parser's error, without its message, which contains parts of the body. Pure.
 * @returns null for another cause than the body, such as the disk or the connection
 */
export function bodyFaultOf(error: unknown): BodyFault | null {
  if (!(error instanceof Error)) return null;
  const { status, httpCode, code, limit } = error as ParserError;
  if (code === 'ECONNABORTED' || code === 'ECONNRESET') return null;
  const reported = status ?? httpCode;
  if (reported === 413) return { status: 413, code: 'BODY_TOO_LARGE', most: Number(limit) || undefined };
  if (reported === 415) return { status: 415, code: 'BODY_ENCODING_UNKNOWN' };
  if (reported === 400 && error instanceof SyntaxError) return { status: 400, code: 'NOT_JSON' };
  const isPacking = typeof code === 'string' && code.startsWith('Z_');
  if (reported === 400 || isPacking || code === PART_ENCODING_UNKNOWN) {
    return { status: 400, code: 'BODY_UNREADABLE' };
  }
  return null;
}
