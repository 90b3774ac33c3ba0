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
 * translation links to and the written row could not have keeps its place, and what both share follows the written
 * order around it.
 * @param written rows the written row links to, in order
 * @param current rows the translation links to now, in order
 * @param counterparts rows of `written`'s documents in the translation's locale
 * @param visible keys of the documents that exist in the written row's locale, made by {@link documentKey}
 * @returns row ids in order, each once
 */
export function desiredLinks(
  written: LinkedRow[],
  current: LinkedRow[],
  counterparts: LinkedRow[],
  visible: ReadonlySet<string>,
): number[] {
  const counterpartOf = new Map(counterparts.map((row) => [keyOf(row), row.id]));
  const shared = [...new Set(written.flatMap((row) => counterpartOf.get(keyOf(row)) ?? []))];
  const unseen = new Set(current.filter((row) => !visible.has(keyOf(row))).map(({ id }) => id));
  return placeAround(
    shared.filter((id) => !unseen.has(id)),
    current,
    unseen,
  );
}

/** Puts the shared links in their order into the places where shared ones stand, and new ones beside their neighbours. */
function placeAround(shared: number[], current: LinkedRow[], unseen: ReadonlySet<number>): number[] {
  const places = [...new Set(current.map(({ id }) => id))].filter(
    (id) => unseen.has(id) || shared.includes(id),
  );
  const kept = shared.filter((id) => places.includes(id));
  const placed = places.map((id) => (unseen.has(id) ? id : kept.shift()!));
  for (const [index, id] of shared.entries()) {
    if (placed.includes(id)) continue;
    // Behind the one it follows; the first of all stands before the one that follows it.
    const before = index > 0 ? placed.indexOf(shared[index - 1]!) + 1 : -1;
    const follower = shared.slice(index + 1).find((next) => placed.includes(next));
    const first = follower === undefined ? placed.length : placed.indexOf(follower);
    placed.splice(before >= 0 ? before : first, 0, id);
  }
  return placed;
}

/** A document and half as one text, to look rows up by. */
export const documentKey = keyOf;
