import { randomBytes } from 'node:crypto';

/** A document as the parts of an import hand it to each other; the plugin's own type is not exported. */
export interface ImportedDocument {
  contentType: string;
  documentId: string;
  isNew: boolean;
  place: { file: string; table: null; row: number; column: null };
  shared: Record<string, unknown>;
  localized: Record<string, Record<string, unknown>>;
  relations: Record<string, readonly string[]>;
  states: readonly {
    workflow: string;
    state: string;
    asOf: { date: string; precision: string } | null;
    reason: string | null;
    copied: { transition: string; fromState: string | null; version: number; at: Date } | null;
  }[];
  updatedAt: Date | null;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

export const newDocumentId = (): string =>
  `i${[...randomBytes(23)].map((byte) => LETTERS[byte % LETTERS.length]).join('')}`;

let rows = 0;

/** A new document to import; what is left out is empty. */
export const imported = (
  type: string,
  document: Partial<Omit<ImportedDocument, 'contentType'>> = {},
): ImportedDocument => ({
  contentType: `api::${type}.${type}`,
  documentId: newDocumentId(),
  isNew: true,
  place: { file: 'test.csv', table: null, row: (rows += 1), column: null },
  shared: {},
  localized: {},
  relations: {},
  states: [],
  updatedAt: null,
  ...document,
});

/** A state a source gives for a document. */
export const implementation = (
  state: string,
  asOf: { date: string; precision: string } | null = null,
  reason: string | null = null,
): ImportedDocument['states'][number] => ({ workflow: 'implementation', state, asOf, reason, copied: null });
