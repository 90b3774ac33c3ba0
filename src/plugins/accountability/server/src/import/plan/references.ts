import type { ImportProblem, SourcePlace } from '../problem';
import { splitParts } from '../values/exported';
import type { DocumentKeys, KeyFinding } from './document-keys';
import { ofAttributes, problemAt } from './row-problems';
import type { Reference, RowReading } from './row-reading';

const MAX_VALUE_LENGTH = 200;

export interface ReferenceSettings {
  readonly keys: Pick<DocumentKeys, 'find'>;
  /** Places by documentId, of documents that have been seen. */
  readonly seen: ReadonlyMap<string, SourcePlace>;
  /** New documents that are not written: nothing can lead to them. */
  readonly refused: ReadonlySet<string>;
  readonly add: (problem: ImportProblem) => void;
}

/**
 * The documents that a row leads to, by relation. Documents of other types have been planned before; of its own type
 * only those of rows before it are known, so that rows that lead to each other in a circle are refused.
 */
export function referencesOf(
  settings: ReferenceSettings,
  contentType: string,
  reading: RowReading,
): Record<string, readonly string[]> {
  const relations: Record<string, readonly string[]> = {};
  for (const [relation, references] of Object.entries(reading.references)) {
    const ids = new Set<string>();
    for (const reference of references) {
      const id = targetOf(settings, contentType, reading, reference);
      if (id !== null) ids.add(id);
    }
    relations[relation] = [...ids];
  }
  return relations;
}

function targetOf(
  { keys, seen, refused, add }: ReferenceSettings,
  ownType: string,
  reading: RowReading,
  { contentType, by, value: given, column }: Reference,
): string | null {
  let found: KeyFinding = { kind: 'none' };
  for (const name of by) {
    const names = name.includes(':') ? name.split(':') : [name];
    const values = names.length === 1 ? [given] : splitParts(given, names.length).map((part) => part ?? '');
    found = keys.find(contentType, names, values);
    if (found.kind !== 'none') break;
  }
  const value = given.slice(0, MAX_VALUE_LENGTH);
  const documentId = resolved(found, seen);
  if (documentId !== null) {
    if (!refused.has(documentId)) return documentId;
    add(problemAt(reading, column, 'reference-refused', { value }));
  } else if (found.kind === 'several') {
    const documents = found.documentIds;
    add(problemAt(reading, column, 'reference-ambiguous', { value, documents }));
  } else if (contentType === ownType) {
    add(problemAt(reading, column, 'reference-not-before', { value }));
  } else {
    const problem = problemAt(reading, column, 'reference-unknown', { value, by });
    add(ofAttributes(contentType, problem));
  }
  return null;
}

/** Of several documents with the same key the one that is in the files too: "1.2" of another plan is not meant. */
function resolved(found: KeyFinding, seen: ReadonlyMap<string, SourcePlace>): string | null {
  if (found.kind === 'one') return found.documentId;
  if (found.kind === 'none') return null;
  const here = found.documentIds.filter((documentId) => seen.has(documentId));
  return here.length === 1 ? (here[0] as string) : null;
}
