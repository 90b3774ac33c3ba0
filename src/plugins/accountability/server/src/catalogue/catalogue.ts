import type { OpenDataConfig } from '../datasets/config';
import type { DatasetDeclaration } from '../datasets/declaration';
import type { Format } from '../export/formats/format';

/** A file format as the metadata describe it; its parameters where it has any. */
export type FileFormat = Pick<Format, 'extension' | 'mediaType'> &
  Partial<Pick<Format, 'parameters' | 'isFor'>>;

/** An immutable archive of all datasets. */
export interface Release {
  readonly version: string;
  /** ISO 8601. */
  readonly created: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly url: string;
}

/** Statistics of a dataset that only the database has. */
export interface DatasetStatistics {
  readonly rows: number;
  /** ISO 8601 in whole seconds; null without rows. */
  readonly modified: string | null;
  /** ISO days; null where the dataset declares no temporal coverage or has no dates. */
  readonly temporal: { readonly start: string | null; readonly end: string | null } | null;
}

/** Statistics of the whole catalogue that only the database has. */
export interface CatalogueStatistics {
  /** Grows with every published change. */
  readonly revision: string;
  /** ISO 8601 in whole seconds; null before the first change. */
  readonly modified: string | null;
  readonly datasets: Readonly<Record<string, DatasetStatistics>>;
  readonly releases: readonly Release[];
}

/** Everything the metadata are generated from. Each kind of metadata is a pure function of it. */
export interface Catalogue {
  readonly config: OpenDataConfig;
  readonly formats: readonly FileFormat[];
  readonly facts: CatalogueStatistics;
  /** Absolute address of open data, without a trailing slash. */
  readonly base: string;
  /** Absolute address of the content API. */
  readonly api: string;
  /** Path of the documents of a content type below the content API (`books`); undefined where it is not public. */
  readonly collectionOf: (contentType: string) => string | undefined;
}

const NOTHING: DatasetStatistics = { rows: 0, modified: null, temporal: null };

/** Statistics of a dataset; without any, those of an empty dataset. */
export const statisticsOf = ({ facts }: Catalogue, dataset: DatasetDeclaration): DatasetStatistics =>
  facts.datasets[dataset.name] ?? NOTHING;

/** URI of a dataset, independent of format. */
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

/** Landing page for people: the configured one, or the site itself. */
export const homepageOf = ({ config, base }: Catalogue): string =>
  config.openData.homepage ?? `${base.split('/').slice(0, 3).join('/')}/`;
