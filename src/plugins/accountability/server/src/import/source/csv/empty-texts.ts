import type { Separator } from './separator';

const [CARRIAGE_RETURN, LINE_FEED] = [0x0d, 0x0a];

/**
 * Whether some cell may be written as `""`, which is an empty text and not nothing. May be true of a file that only
 * has such a sequence inside a longer text.
 */
export async function hasEmptyTexts(chunks: AsyncIterable<Buffer>, separator: Separator): Promise<boolean> {
  const divides = (byte: number | undefined): boolean =>
    byte === undefined || byte === separator.charCodeAt(0) || byte === CARRIAGE_RETURN || byte === LINE_FEED;
  const found = (bytes: Buffer): boolean => {
    for (let at = bytes.indexOf('""'); at !== -1; at = bytes.indexOf('""', at + 1)) {
      if (divides(bytes[at - 1]) && divides(bytes[at + 2])) return true;
    }
    return false;
  };
  let end: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (found(chunk) || found(Buffer.concat([end, chunk.subarray(0, 3)]))) return true;
    end = chunk.subarray(-3);
  }
  return false;
}
