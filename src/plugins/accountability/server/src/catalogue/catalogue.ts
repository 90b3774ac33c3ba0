import type { OpenDataConfig } from '../datasets/config';
import type { DatasetDeclaration } from '../datasets/declaration';
import type { Format } from '../export/formats/format';

/** What the metadata say of a file format; the parameters it takes are told where it has some. */
export type FileFormat = Pick<Format, 'extension' | 'mediaType'> &
  Partial<Pick<Format, 'parameters' | 'isFor'>>;

/** An immutable copy of everything, as one file. */
export interface Release {
  readonly version: string;
  /** ISO 8601. */
  readonly created: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly url: string;
}

/** What only the database tells of a dataset. */
export interface DatasetStatistics {
  readonly rows: number;
  /** ISO 8601 in whole seconds; null without rows. */
  readonly modified: string | null;
  /** ISO days; null where the dataset says nothing of time or has none. */
  readonly temporal: { readonly start: string | null; readonly end: string | null } | null;
}

/** What only the database tells of all datasets. */
export interface CatalogueStatistics {
  /** Grows with every published change. */
  readonly revision: string;
  /** ISO 8601 in whole seconds; null as long as there is nothing. */
  readonly modified: string | null;
  readonly datasets: Readonly<Record<string, DatasetStatistics>>;
  readonly releases: readonly Release[];
}

/** All that the metadata are made of. Each kind of metadata is a pure function of it. */
export interface Catalogue {
  readonly config: OpenDataConfig;
  readonly formats: readonly FileFormat[];
  readonly facts: CatalogueStatistics;
  /** Absolute address of open data, without a slash at the end. */
  readonly base: string;
  /** Absolute address of the content API. */
  readonly api: string;
  /** Path of the documents of a content type below the content API (`books`); undefined where it is not public. */
  readonly collectionOf: (contentType: string) => string | undefined;
}

const NOTHING: DatasetStatistics = { rows: 0, modified: null, temporal: null };

/** What is known of a dataset; nothing is an empty dataset. */
export const statisticsOf = ({ facts }: Catalogue, dataset: DatasetDeclaration): DatasetStatistics =>
  facts.datasets[dataset.name] ?? NOTHING;

/** Address that stands for a dataset, whatever the format. */
export const datasetUri = ({ base }: Catalogue, dataset: DatasetDeclaration): string =>
  `${base}/${dataset.name}`;

export const csvUrl = (catalogue: Catalogue, dataset: DatasetDeclaration): string =>
  `${datasetUri(catalogue, dataset)}.csv`;

/**
 * Address of one row's record as URI template (RFC 6570) over a column that holds its id: its document in the
 * content API, or a fragment of the dataset where the type is not public there.
 */
export function recordUrl(catalogue: Catalogue, dataset: DatasetDeclaration, column: string): string {
  const collection = catalogue.collectionOf(dataset.contentType);
  return collection
    ? `${catalogue.api}/${collection}/{${column}}`
    : `${datasetUri(catalogue, dataset)}#{${column}}`;
}

/** Page where people see the data: the configured one, or the site itself. */
export const homepageOf = ({ config, base }: Catalogue): string =>
  config.openData.homepage ?? `${base.split('/').slice(0, 3).join('/')}/`;
