const QUOTE = '"';

/** Position of the quotation mark that ends the string which begins at `start`. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf(QUOTE, start + 1);
  for (;;) {
    let backslashes = 0;
    while (text[end - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return end;
    end = text.indexOf(QUOTE, end + 1);
  }
}

/**
 * Keys that stand more than once in an object, as `a.b` where it is nested: a parser keeps only the last value of them.
 * Pure.
 * @param text valid JSON
 */
export function repeatedKeys(text: string): string[] {
  const repeated = new Set<string>();
  /** Of each open object its keys; of an open list null. */
  const open: { readonly keys: Set<string> | null; readonly prefix: string }[] = [];
  let key = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '{' || character === '[') {
      const parent = open.at(-1);
      const prefix = parent?.keys ? `${parent.prefix}${key}.` : (parent?.prefix ?? '');
      open.push({ keys: character === '{' ? new Set() : null, prefix });
    } else if (character === '}' || character === ']') open.pop();
    else if (character === QUOTE) {
      const end = endOfString(text, at);
      let after = end + 1;
      while (/\s/.test(text[after] ?? '')) after += 1;
      if (text[after] === ':') {
        const written = text.slice(at, end + 1);
        key = written.includes('\\') ? (JSON.parse(written) as string) : written.slice(1, -1);
        const { keys, prefix } = open.at(-1)!;
        if (keys?.has(key)) repeated.add(prefix + key);
        keys?.add(key);
      }
      at = end;
    }
  }
  return [...repeated];
}
