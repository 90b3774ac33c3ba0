import type { ByteSink } from './byte-sink';

/** Separates the items of a list; a byte that never occurs in UTF-8. */
export const ITEM_END = 0xff;

/** Replacements of certain bytes of a text. Bytes of non-ASCII characters must not be replaced, except ITEM_END. */
export interface Escapes {
  /** By byte: 0 keeps it, another number is the position in `replacements` plus one. */
  readonly classes: Uint8Array;
  readonly replacements: readonly Uint8Array[];
  /** Length of the longest replacement. */
  readonly longest: number;
}

const encoder = new TextEncoder();

/** @param replacements by byte; an empty text removes it */
export function escapes(replacements: Readonly<Record<number, string>>): Escapes {
  const classes = new Uint8Array(256);
  const texts = Object.entries(replacements).map(([byte, text], position) => {
    classes[Number(byte)] = position + 1;
    return encoder.encode(text);
  });
  return { classes, replacements: texts, longest: Math.max(1, ...texts.map(({ length }) => length)) };
}

/** Copies bytes into the sink, replacing those that have a replacement: one pass, no string in between. */
export function copyEscaped(
  sink: ByteSink,
  source: Uint8Array,
  start: number,
  end: number,
  { classes, replacements, longest }: Escapes,
): void {
  // Room for an unescaped copy; it grows only where something is replaced.
  sink.reserve(end - start + longest);
  let { bytes } = sink;
  let at = sink.length;
  for (let from = start; from < end; from += 1) {
    const byte = source[from] as number;
    const replaced = classes[byte] as number;
    if (replaced === 0) {
      bytes[at] = byte;
      at += 1;
      continue;
    }
    const replacement = replacements[replaced - 1] as Uint8Array;
    sink.length = at;
    sink.reserve(end - from + replacement.length + longest);
    ({ bytes } = sink);
    for (let index = 0; index < replacement.length; index += 1) {
      bytes[at] = replacement[index] as number;
      at += 1;
    }
  }
  sink.length = at;
}

/**
 * Copies bytes into the sink until one is marked: a single pass for text that needs no replacing.
 * @param marked by byte, 1 where the copying must stop
 * @returns false when it stopped; the caller then resets the sink
 */
export function copyPlain(
  sink: ByteSink,
  source: Uint8Array,
  start: number,
  end: number,
  marked: Uint8Array,
): boolean {
  sink.reserve(end - start);
  const { bytes } = sink;
  let at = sink.length;
  for (let from = start; from < end; from += 1) {
    const byte = source[from] as number;
    if (marked[byte] === 1) return false;
    bytes[at] = byte;
    at += 1;
  }
  sink.length = at;
  return true;
}
