import type { Words } from '../workflow/contract';

/** Responses of the page's API, as far as the panel reads them. */
export interface DatasetView {
  readonly name: string;
  readonly labels: Words;
  readonly description: Words;
  readonly rows: number;
  readonly modified: string | null;
  readonly links: readonly { readonly format: string; readonly href: string }[];
}

export interface DatasetsAnswer {
  /** Address of open data on the server the panel uses. */
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

/** A column that corresponds to a filter of a list. */
export interface SelectionColumn {
  readonly name: string;
  readonly locale: string | null;
  readonly attribute: string;
  readonly operators: readonly string[];
  readonly isOverdue: boolean;
}

/** How the documents of a content type can be exported. */
export interface SelectionType {
  readonly contentType: string;
  readonly dataset: string;
  readonly labels: Words;
  /** Column that identifies a document. */
  readonly key: string;
  /** Maximum documents per file when selected by id. */
  readonly maxDocuments: number;
  readonly columns: readonly SelectionColumn[];
}

export interface SelectionsAnswer {
  readonly path: string;
  readonly types: readonly SelectionType[];
}
