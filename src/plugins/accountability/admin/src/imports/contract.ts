/** Responses of the API of imports, as far as the panel reads them. */
export interface MappingView {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly tables: readonly {
    readonly name: string;
    readonly columns: readonly { readonly from: readonly string[]; readonly to: string }[];
  }[];
}

export interface ImportSetup {
  readonly mappings: readonly MappingView[];
  readonly languages: readonly string[];
  /** What content types are called, by uid. */
  readonly contentTypes: Readonly<Record<string, string>>;
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
  /** By mapping the names of its tables that would read this one. */
  readonly readBy: Readonly<Record<string, readonly string[]>>;
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
