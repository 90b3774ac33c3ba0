/** A part of a file: from the first to the last byte, both included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

const SINGLE_RANGE = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i;

/**
 * Parses a `Range` header (RFC 9110, 14.1.2). Pure.
 * @param size bytes of the whole file
 * @returns null where the whole file is the response: without a header, for units other than bytes, invalid headers
 * and several ranges at once, which a server may ignore; `unsatisfiable` for a range after the end
 */
export function requestedRange(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | null {
  const [, first, last] = SINGLE_RANGE.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return null;
  if (first === '') {
    const length = Number(last);
    return length === 0 || size === 0
      ? 'unsatisfiable'
      : { start: Math.max(0, size - length), end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return null;
  return start >= size ? 'unsatisfiable' : { start, end };
}

/**
 * Whether the file is still the one of which the client has a part (`If-Range`, RFC 9110, 13.1.5): compared
 * strongly, so a weak tag never matches. Pure.
 * @param modified the value of Last-Modified
 */
export const isSameAsBefore = (
  ifRange: string | undefined,
  { etag, modified }: { readonly etag: string; readonly modified: string },
): boolean => ifRange === undefined || ifRange.trim() === etag || ifRange.trim() === modified;
