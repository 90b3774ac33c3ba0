/** The end of a link: a row of another document, in one locale, as a draft or published. */
export interface LinkedRow {
  id: number;
  documentId: string;
  locale: string | null;
  published: boolean;
}

const keyOf = ({ documentId, published }: LinkedRow): string => `${documentId} ${published}`;

/**
 * Which rows a translation must be linked to so that it tells the same as the row just written.
 *
 * A link ties rows of one locale. The written row therefore cannot show documents its locale lacks: what the
 * translation links to and the written row could not have is left alone, behind what both share.
 * @param written rows the written row links to, in order
 * @param current rows the translation links to now, in order
 * @param counterparts rows of `written`'s documents in the translation's locale
 * @param visible keys of the documents that exist in the written row's locale, made by {@link documentKey}
 * @returns row ids in order
 */
export function desiredLinks(
  written: LinkedRow[],
  current: LinkedRow[],
  counterparts: LinkedRow[],
  visible: ReadonlySet<string>,
): number[] {
  const counterpartOf = new Map(counterparts.map((row) => [keyOf(row), row.id]));
  const shared = written.flatMap((row) => counterpartOf.get(keyOf(row)) ?? []);
  const unseen = current.filter((row) => !visible.has(keyOf(row))).map(({ id }) => id);
  return [...new Set([...shared, ...unseen])];
}

/** A document and half as one text, to look rows up by. */
export const documentKey = keyOf;
