import type { MappingView, SourceView } from './contract';

const plain = (header: string): string => header.toLowerCase().replace(/[\s_-]/g, '');

/** Columns of the sources that a mapping reads; null where it reads nothing of one of them. */
function columnsRead({ name, tables }: MappingView, sources: readonly SourceView[]): number | null {
  let read = 0;
  for (const source of sources) {
    const own = source.tables.filter((table) => (table.readBy[name] ?? []).length > 0);
    if (own.length === 0) return null;
    for (const { header, readBy } of own) {
      const known = new Set(
        tables
          .filter((table) => readBy[name]?.includes(table.name))
          .flatMap(({ columns }) => columns.flatMap(({ from }) => from.map(plain))),
      );
      read += header.filter((column) => known.has(plain(column))).length;
    }
  }
  return read;
}

/** The mapping for files: of those that read something of every file the one that reads most columns, else none. */
export function mappingFor(
  mappings: readonly MappingView[],
  sources: readonly SourceView[],
): MappingView | null {
  const [best] = mappings
    .map((mapping) => ({ mapping, read: columnsRead(mapping, sources) }))
    .filter((candidate): candidate is { mapping: MappingView; read: number } => candidate.read !== null)
    .sort((one, other) => other.read - one.read);
  return sources.length > 0 && best ? best.mapping : null;
}
