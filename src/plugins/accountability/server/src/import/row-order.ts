import type { SourcePlace } from './problem';
import type { OpenedSource } from './source/source';

/**
 * What was found in files in the order of files, sheets and rows; it is found in the order of content types and of
 * checks. What is wrong with a whole file or sheet goes before its rows. Pure.
 */
export function inRowOrder<Found extends { readonly place: SourcePlace }>(
  sources: readonly Pick<OpenedSource, 'file' | 'tables'>[],
  found: readonly Found[],
): Found[] {
  const files = new Map<string, { readonly at: number; readonly tables: readonly (string | null)[] }>(
    sources.map(({ file, tables }, at) => [file, { at, tables: tables.map(({ name }) => name) }]),
  );
  const placed = found.map((one) => {
    const { file, table, row } = one.place;
    const known = files.get(file);
    return { one, order: [known?.at ?? -1, known?.tables.indexOf(table) ?? -1, row ?? 0] };
  });
  return placed
    .sort(({ order: first }, { order: second }) => {
      const at = first.findIndex((position, index) => position !== second[index]);
      return at < 0 ? 0 : (first[at] as number) - (second[at] as number);
    })
    .map(({ one }) => one);
}
