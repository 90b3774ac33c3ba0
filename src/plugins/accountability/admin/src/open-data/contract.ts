import type { Words } from '../workflow/contract';

/** What the server's addresses of the page answer, as far as the panel reads it. */
export interface DatasetView {
  readonly name: string;
  readonly labels: Words;
  readonly description: Words;
  readonly rows: number;
  readonly modified: string | null;
  readonly links: readonly { readonly format: string; readonly href: string }[];
}

export interface DatasetsAnswer {
  /** Address of open data on the server the panel talks to. */
  readonly path: string;
  readonly datasets: readonly DatasetView[];
  readonly addresses: readonly string[];
}

export interface ReleaseView {
  readonly version: string;
  readonly created: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly url: string;
}

export interface FindingView {
  readonly code: string;
  readonly path: readonly string[];
  readonly messages: Words;
  readonly documentId: string;
  readonly title: string | null;
  readonly locale: string | null;
}

export interface FindingsAnswer {
  readonly total: number;
  readonly groups: readonly {
    readonly contentType: string;
    readonly labels: Words;
    readonly total: number;
    readonly findings: readonly FindingView[];
  }[];
}

/** A column a list's filter can be said with. */
export interface SelectionColumn {
  readonly name: string;
  readonly locale: string | null;
  readonly attribute: string;
  readonly operators: readonly string[];
  readonly isOverdue: boolean;
}

/** As what the documents of a content type can be exported. */
export interface SelectionType {
  readonly contentType: string;
  readonly dataset: string;
  readonly labels: Words;
  /** Column that identifies a document. */
  readonly key: string;
  /** Documents one file can be asked for by their ids. */
  readonly maxDocuments: number;
  readonly columns: readonly SelectionColumn[];
}

export interface SelectionsAnswer {
  readonly path: string;
  readonly types: readonly SelectionType[];
}
