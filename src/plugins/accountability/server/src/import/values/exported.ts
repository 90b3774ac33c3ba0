/** Takes off the apostrophe that an exported CSV file has before a text that a spreadsheet would run as a formula. */
export { unguardFormula as unguarded } from '../../export/formats/formula-guard';

/**
 * Splits `first:second` into so many parts. A colon within the text belongs to the last part; one that is a web address
 * is kept whole, whatever stands before it.
 */
export function splitParts(text: string, count: number): (string | null)[] {
  if (count === 1) return [text];
  const address = /:(https?:\/\/.*)$/s.exec(text);
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
