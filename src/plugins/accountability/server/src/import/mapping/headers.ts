import { normalHeader } from '../../../../shared/normal-header';

/** Position of a column by any of its names, the first that is there; -1 for none. */
export function findColumn(header: readonly string[], names: string | readonly string[]): number {
  const normal = header.map(normalHeader);
  for (const name of [names].flat()) {
    // The same spelling goes before another one.
    const exact = header.indexOf(name);
    if (exact >= 0) return exact;
    const at = normal.indexOf(normalHeader(name));
    if (at >= 0) return at;
  }
  return -1;
}

/** Whether a name fits a pattern in which `*` stands for any text; letter case does not matter. */
export function fitsName(pattern: string, name: string): boolean {
  const [first = '', ...rest] = normalHeader(pattern).split('*');
  const text = normalHeader(name);
  if (rest.length === 0) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  const last = rest.pop() as string;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
