import type { ExistingDocument } from './existing-documents';
import type { ImportDocument } from './import-document';
import type { RowReader } from './row-reader';
import type { RuledDocument } from './rules';

/** A document as the rules of the application see it: with what it has already. */
export const ruled = (
  document: ImportDocument,
  existing: ExistingDocument | null,
  reader: RowReader,
): RuledDocument => ({
  document,
  existing,
  placeOf: (attribute) => ({ ...document.place, column: reader.headerOf(attribute, null) }),
  shared: (attribute) => document.shared[attribute] ?? existing?.shared[attribute] ?? null,
  relation: (attribute) => document.relations[attribute] ?? existing?.relations[attribute] ?? [],
});
