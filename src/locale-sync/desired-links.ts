/** The end of a link: a row of another document, in one locale, as a draft or published. */
export interface LinkedRow {
  id: number;
  documentId: string;
  locale: string | null;
  published: boolean;
}

const keyOf = ({ documentId, published }: LinkedRow): string => `${documentId} ${published}`;

/**
 * The rows a translation must be linked to so that its relation equals that of the row just written.
 *
 * A link connects rows of one locale. The written row therefore cannot refer to documents its locale lacks: links
 * of the translation to such documents keep their positions, and the shared ones follow the written order around
 * them.
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

/** Puts the shared links in order into the positions of shared ones, and new ones beside their neighbours. */
function placeAround(shared: number[], current: LinkedRow[], unseen: ReadonlySet<number>): number[] {
  const wanted = new Set(shared);
  const places = [...new Set(current.map(({ id }) => id))].filter((id) => unseen.has(id) || wanted.has(id));
  const known = new Set(places);
  const kept = shared.filter((id) => known.has(id)).values();
  const placed = places.map((id) => (unseen.has(id) ? id : (kept.next().value as number)));
  const isPlaced = new Set(placed);
  for (const [index, id] of shared.entries()) {
    if (isPlaced.has(id)) continue;
    // After its predecessor; the first of all before its successor.
    const before = index > 0 ? placed.indexOf(shared[index - 1]!) + 1 : -1;
    const follower = shared.slice(index + 1).find((next) => isPlaced.has(next));
    const first = follower === undefined ? placed.length : placed.indexOf(follower);
    placed.splice(before >= 0 ? before : first, 0, id);
    isPlaced.add(id);
  }
  return placed;
}

/** Key of a document and its status, draft or published. */
export const documentKey = keyOf;
