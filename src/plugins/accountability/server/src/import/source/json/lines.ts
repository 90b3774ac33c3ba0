import type { SourceLimits } from '../limits';
import type { JsonPart } from './array-items';

const LINE_FEED = 0x0a;

/** The lines of an NDJSON file as items, blank ones included. */
export async function* jsonLines(
  chunks: AsyncIterable<Buffer>,
  limits: Pick<SourceLimits, 'rowBytes'>,
): AsyncGenerator<JsonPart, void, void> {
  let rest: Buffer[] = [];
  let length = 0;
  const take = (last: Buffer): JsonPart => {
    const text = Buffer.concat([...rest, last]).toString('utf8');
    rest = [];
    length = 0;
    return { kind: 'item', text };
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      yield take(chunk.subarray(start, end));
      start = end + 1;
    }
    rest.push(chunk.subarray(start));
    length += chunk.length - start;
    if (length > limits.rowBytes) return yield { kind: 'end', ending: 'too-large' };
  }
  if (length > 0) yield take(Buffer.alloc(0));
  yield { kind: 'end', ending: 'whole' };
}
