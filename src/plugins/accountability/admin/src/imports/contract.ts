import type { SavedTable } from '../../../shared/saved-mapping';

/** Responses of the API of imports, as far as the panel reads them. */
export interface MappingView {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  /** Null of one that is declared. */
  readonly saved: SavedMappingView | null;
}

/** A mapping that editors have saved. */
export interface SavedMappingView {
  readonly id: string;
  readonly name: string;
  readonly tables: readonly SavedTable[];
  readonly owner: string;
  readonly changedBy: string;
  readonly changedAt: string;
  readonly version: number;
}

/** A field that a column can be. */
export interface FieldView {
  readonly to: string;
  readonly label: string;
  readonly required: boolean;
  readonly isLocalized: boolean;
  readonly isList: boolean;
  readonly isDate: boolean;
  /** What it may be; null for any text. */
  readonly codes: readonly CodeView[] | null;
}

/** A code of a vocabulary, with the words that are known for it. */
export interface CodeView {
  readonly code: string;
  readonly label: string;
  readonly words: readonly string[];
}

/** What a sheet can hold. */
export interface ContentView {
  readonly name: string;
  readonly label: string;
  /** Attributes by which a document is found; the first whose attributes are all read is used. */
  readonly keys: readonly (readonly string[])[];
  readonly fields: readonly FieldView[];
}

export type Confidence = 'sure' | 'unsure' | 'several' | 'unknown' | 'same-field' | 'language';

export interface ProposedColumn {
  readonly header: string;
  readonly to: string | null;
  readonly locale: string | null;
  readonly confidence: Confidence;
  readonly couldBe: readonly string[];
}

export interface ProposedSheet {
  readonly file: string;
  readonly table: string | null;
  readonly holds: string | null;
  readonly couldHold: readonly string[];
  /** Position of the table of the saved mapping that reads it. */
  readonly savedTable: number | null;
  /** By position of the column the different texts in it; none where there are many. */
  readonly texts: readonly (readonly string[])[];
  /** By content. */
  readonly columns: Readonly<Record<string, readonly ProposedColumn[]>>;
}

export interface Proposal {
  readonly contents: readonly ContentView[];
  readonly sheets: readonly ProposedSheet[];
}

export interface ImportSetup {
  readonly mappings: readonly MappingView[];
  readonly languages: readonly { readonly code: string; readonly name: string }[];
}

/** What things are called, for whoever may see imports. */
export interface ImportLabels {
  /** By uid. */
  readonly contentTypes: Readonly<Record<string, string>>;
  /** By name. */
  readonly mappings: Readonly<Record<string, string>>;
}

export interface ProblemView {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly place: {
    readonly file: string;
    readonly table: string | null;
    readonly row: number | null;
    readonly column: string | null;
  };
  readonly message: string;
}

export interface TableView {
  readonly name: string | null;
  readonly header: readonly string[];
  readonly headerRow: number | null;
  /** The first rows. */
  readonly rows: readonly (readonly unknown[])[];
  readonly problems: readonly ProblemView[];
  /** By mapping what it would read this table as, and how many of the columns it knows. */
  readonly readBy: Readonly<Record<string, { readonly tables: readonly string[]; readonly columns: number }>>;
}

export interface SourceView {
  readonly file: string;
  readonly format: string;
  readonly encoding: string | null;
  readonly tables: readonly TableView[];
}

export interface ImportedFileView {
  readonly name: string;
  readonly digest: string;
  readonly bytes: number;
  /** Where it is kept, after an import where the site keeps files. */
  readonly address?: string;
}

export interface UploadView {
  readonly upload: string;
  readonly files: readonly ImportedFileView[];
  readonly sources: readonly SourceView[];
  readonly problems: readonly ProblemView[];
}

export const VERDICTS = ['created', 'changed', 'unchanged', 'refused'] as const;
export type Verdict = (typeof VERDICTS)[number];
export type CountsByType = Readonly<Record<string, Readonly<Record<Verdict, number>>>>;

export interface ShownDocument {
  readonly verdict: Verdict;
  readonly place: ProblemView['place'];
  readonly contentType: string;
  readonly key: string;
  readonly documentId: string | null;
  readonly differences: readonly {
    readonly attribute: string;
    readonly locale: string | null;
    readonly before: unknown;
    readonly after: unknown;
  }[];
}

export interface ResultView {
  readonly applied: boolean;
  readonly counts: CountsByType;
  readonly errors: number;
  readonly warnings: number;
  readonly problems: readonly ProblemView[];
  readonly preview: readonly ShownDocument[];
}

interface ImportHead {
  readonly id: string;
  readonly status: 'running' | 'checked' | 'refused' | 'done' | 'failed' | 'undone';
  readonly mapping: string;
  readonly dryRun: boolean;
  readonly files: readonly ImportedFileView[];
  readonly startedAt: string;
  readonly startedBy: string;
  readonly failure: { readonly message: string } | null;
}

export interface ImportView extends ImportHead {
  readonly progress: {
    readonly step: 'check' | 'write';
    readonly done: number;
    readonly of: number | null;
  } | null;
  readonly result: ResultView | null;
}

export interface ImportListItem extends ImportHead {
  readonly counts: CountsByType | null;
  readonly errors?: number;
  readonly warnings?: number;
}

/** How files are read, where detection is wrong. Empty texts are left to detection. */
export interface ReadChoice {
  readonly encoding: string;
  readonly separator: string;
  readonly headerRow: string;
  readonly sheet: string;
}

export const DETECTED: ReadChoice = { encoding: '', separator: '', headerRow: '', sheet: '' };

/** A choice as the API takes it. */
export const readParameters = (choice: ReadChoice): Record<string, string> =>
  Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== ''));
