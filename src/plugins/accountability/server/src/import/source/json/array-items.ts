import type { SourceLimits } from '../limits';

/** A JSON file as far as it can be read: one item after another, then how it ended. */
export type JsonPart =
  { readonly kind: 'item'; readonly text: string } | { readonly kind: 'end'; readonly ending: JsonEnding };

/**
 * How a file ended: whole, cut off in the middle, broken, without one array of rows, or with an item over the
 * limit of bytes.
 */
export type JsonEnding = 'whole' | 'cut-off' | 'broken' | 'no-table' | 'too-large';

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [BRACE, BRACE_END, BRACKET, BRACKET_END] = [0x7b, 0x7d, 0x5b, 0x5d];

const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** Bytes of a text that may come in several chunks. */
class Collected {
  private parts: Buffer[] = [];
  length = 0;

  add(part: Buffer): void {
    if (part.length === 0) return;
    this.parts.push(part);
    this.length += part.length;
  }

  take(): string {
    const text = Buffer.concat(this.parts).toString('utf8');
    this.parts = [];
    this.length = 0;
    return text;
  }
}

/** Where the scanner is, outside items. */
type Place = 'before' | 'envelope' | 'item-or-end' | 'next-item' | 'item' | 'comma-or-end' | 'after';

/**
 * Finds the items of the one array of a JSON file, which is the file itself or a member of its outermost object,
 * without holding the file. The texts of items are found by their brackets only: whoever parses them sees what is
 * wrong inside. What stands around the array is parsed at the end, so that a broken file does not pass.
 */
export async function* jsonItems(
  chunks: AsyncIterable<Buffer>,
  limits: Pick<SourceLimits, 'rowBytes' | 'envelopeBytes'>,
): AsyncGenerator<JsonPart, void, void> {
  const item = new Collected();
  const envelope = new Collected();
  let place = 'before' as Place;
  let isMember = false;
  let wasArray = false;
  let [depth, isText, isEscaped] = [0, false, false];
  let afterColon = false;
  let count = 0;
  const end = (ending: JsonEnding): JsonPart => ({ kind: 'end', ending });

  for await (const chunk of chunks) {
    /** Where the part of the item or envelope begins that is not collected yet. */
    let start = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] as number;
      if (isText) {
        if (isEscaped) isEscaped = false;
        else if (byte === BACKSLASH) isEscaped = true;
        else if (byte === QUOTE) isText = false;
        continue;
      }
      switch (place) {
        case 'before':
          if (isSpace(byte)) continue;
          if (byte !== BRACKET && byte !== BRACE) return yield end('no-table');
          isMember = byte === BRACE;
          wasArray = !isMember;
          place = isMember ? 'envelope' : 'item-or-end';
          depth = isMember ? 1 : 0;
          start = at;
          continue;
        case 'envelope':
          if (isSpace(byte)) continue;
          if (byte === BRACKET && depth === 1 && afterColon) {
            // A second array is skipped only where it or the first is empty.
            if (count > 0) return yield end('no-table');
            envelope.add(chunk.subarray(start, at + 1));
            wasArray = true;
            place = 'item-or-end';
            depth = 0;
            continue;
          }
          afterColon = byte === COLON;
          if (byte === QUOTE) isText = true;
          else if (byte === BRACE || byte === BRACKET) depth += 1;
          else if (byte === BRACE_END || byte === BRACKET_END) depth -= 1;
          if (depth > 0) continue;
          envelope.add(chunk.subarray(start, at + 1));
          place = 'after';
          continue;
        case 'item-or-end':
        case 'next-item':
        case 'comma-or-end':
          if (isSpace(byte)) continue;
          if (byte === BRACKET_END) {
            if (place === 'next-item') return yield end('broken');
            place = isMember ? 'envelope' : 'after';
            depth = 1;
            afterColon = false;
            start = at;
            continue;
          }
          if (place === 'comma-or-end') {
            if (byte !== COMMA) return yield end('broken');
            place = 'next-item';
            continue;
          }
          place = 'item';
          start = at;
          depth = 0;
          break;
        case 'item':
          break;
        case 'after':
          if (isSpace(byte)) continue;
          return yield end('broken');
      }
      // A byte of an item, outside its texts.
      if (byte === QUOTE) isText = true;
      else if (byte === BRACE || byte === BRACKET) depth += 1;
      else if (byte === BRACE_END || byte === BRACKET_END || byte === COMMA) {
        const endsScalar = depth === 0;
        if (!endsScalar && byte !== COMMA) depth -= 1;
        if (depth > 0 || (byte === COMMA && !endsScalar)) continue;
        item.add(chunk.subarray(start, endsScalar ? at : at + 1));
        count += 1;
        yield { kind: 'item', text: item.take() };
        place = 'comma-or-end';
        if (!endsScalar) continue;
        // What ended the scalar is looked at once more.
        at -= 1;
      }
    }
    if (place === 'item') item.add(chunk.subarray(start));
    if (place === 'envelope') envelope.add(chunk.subarray(start));
    if (item.length > limits.rowBytes) return yield end('too-large');
    if (envelope.length > limits.envelopeBytes) return yield end('no-table');
  }
  if (place === 'before') return yield end('no-table');
  if (place !== 'after') return yield end('cut-off');
  if (isMember) {
    try {
      JSON.parse(envelope.take());
    } catch {
      return yield end('broken');
    }
  }
  yield end(wasArray ? 'whole' : 'no-table');
}
