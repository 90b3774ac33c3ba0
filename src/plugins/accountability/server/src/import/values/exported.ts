/** Takes off the apostrophe that an exported CSV file has before a text that a spreadsheet would run as a formula. */
export { unguardFormula as unguarded } from '../../export/formats/formula-guard';

interface SplitOptions {
  /** The last part may be empty: a colon at the end says so. */
  readonly isLastOptional?: boolean;
}

const ADDRESS = /:(https?:\/\/.*)$/s;

/**
 * Splits `first:second` into so many parts. A colon within the text belongs to the last part, or to the one before where
 * the last is a web address or empty; an address is kept whole.
 */
export function splitParts(
  text: string,
  count: number,
  { isLastOptional = false }: SplitOptions = {},
): (string | null)[] {
  if (count === 1) return [text];
  const address = ADDRESS.exec(text) ?? (isLastOptional ? /:()$/.exec(text) : null);
  const pieces = (address ? text.slice(0, address.index) : text).split(':');
  const tail = address ? [address[1] as string] : [];
  const free = count - tail.length;
  // Of a title and an address it is the title that may have colons.
  const head = address
    ? [...pieces.slice(0, free - 1), pieces.slice(free - 1).join(':')]
    : [...pieces.slice(0, count - 1), pieces.slice(count - 1).join(':')];
  const parts = [...head, ...tail].slice(0, count);
  return Array.from({ length: count }, (_, index) => parts[index] || null);
}
