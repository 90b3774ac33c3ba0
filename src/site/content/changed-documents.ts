import type { AskApi } from '../api/ask-api';

/** Lines of one answer of the change feed. */
const AT_ONCE = 10_000;

interface ChangeLine {
  readonly sequence: number;
  readonly dataset: string;
  readonly id: string;
  /** ISO time. */
  readonly at: string;
}

const linesOf = (body: string): ChangeLine[] =>
  body
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ChangeLine);

/** What the change feed has since a place in it. */
export interface ChangedDocuments {
  /** Ids of the documents, by dataset. */
  readonly ids: ReadonlyMap<string, ReadonlySet<string>>;
  /** The place up to which it was read. */
  readonly last: number;
}

/**
 * Reads which documents have changed since a place in the change feed.
 * @returns null where they are more than `most`: reading everything is cheaper
 */
export async function readChangedDocuments(
  ask: AskApi,
  since: number,
  most: number,
): Promise<ChangedDocuments | null> {
  const ids = new Map<string, Set<string>>();
  let last = since;
  let count = 0;
  for (;;) {
    const body = (await ask(`/api/open-data/changes.ndjson?since=${last}&limit=${AT_ONCE}`)) as string;
    const lines = linesOf(body);
    for (const { sequence, dataset, id } of lines) {
      last = Math.max(last, sequence);
      let known = ids.get(dataset);
      if (!known) ids.set(dataset, (known = new Set()));
      if (!known.has(id)) count += 1;
      known.add(id);
    }
    if (count > most) return null;
    if (lines.length < AT_ONCE) return { ids, last };
  }
}

/** When the first change after a place in the change feed happened, in milliseconds since 1970; null without one. */
export async function readFirstChange(ask: AskApi, since: number): Promise<number | null> {
  const body = (await ask(`/api/open-data/changes.ndjson?since=${since}&limit=1`)) as string;
  const [first] = linesOf(body);
  return first ? Date.parse(first.at) : null;
}
