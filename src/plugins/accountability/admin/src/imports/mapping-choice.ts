import type { MappingView, SourceView } from './contract';

/** Columns of the sources that a mapping reads; null where it reads nothing of one of them. */
function columnsRead({ name }: MappingView, sources: readonly SourceView[]): number | null {
  let read = 0;
  for (const source of sources) {
    const own = source.tables.flatMap(({ readBy }) => readBy[name] ?? []);
    if (own.every(({ tables }) => tables.length === 0)) return null;
    read += own.reduce((sum, { columns }) => sum + columns, 0);
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
