export const SEPARATORS = [',', ';', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

const RECORDS = 25;

/** Numbers of cells of the first records, were this the separator. The last record of a sample may be cut off. */
function widths(sample: string, separator: Separator, isWhole: boolean): number[] {
  const found: number[] = [];
  let [width, isQuoted, isEmpty] = [1, false, true];
  for (let at = 0; at < sample.length && found.length < RECORDS; at += 1) {
    const character = sample[at];
    if (character === '"') isQuoted = !isQuoted;
    if (!isQuoted && (character === '\n' || character === '\r')) {
      if (!isEmpty) found.push(width);
      [width, isEmpty] = [1, true];
      continue;
    }
    isEmpty = false;
    if (!isQuoted && character === separator) width += 1;
  }
  if (!isEmpty && found.length < RECORDS && (isWhole || found.length === 0)) found.push(width);
  return found;
}

/**
 * The separator with which most of the first records have as many cells as the header; of equals the one that makes
 * more columns. A comma where none separates anything.
 */
export function detectSeparator(sample: string, isWhole: boolean): Separator {
  const scored = SEPARATORS.map((separator) => {
    const [header = 1, ...records] = widths(sample, separator, isWhole);
    const agreeing = records.filter((width) => width === header).length;
    return { separator, header, share: records.length === 0 ? 1 : agreeing / records.length };
  }).filter(({ header }) => header > 1);
  scored.sort((a, b) => b.share - a.share || b.header - a.header);
  return scored[0]?.separator ?? ',';
}

/** The separator that a first line `sep=;` declares, as spreadsheet programs write it; it is no row of the table. */
export const declaredSeparator = (sample: string): Separator | null =>
  (/^sep=([,;\t|])\r?\n/i.exec(sample)?.[1] as Separator | undefined) ?? null;
