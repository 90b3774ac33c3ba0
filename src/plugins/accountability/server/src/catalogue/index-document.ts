import { CATALOGUE_DOCUMENTS, DATASET_DOCUMENTS, type MetadataDocument } from './documents';
import { outputColumns } from '../datasets/output-columns';
import type { OpenDataConfig } from '../datasets/config';
import type { DatasetDeclaration } from '../datasets/declaration';
import { formatsFor, type Format } from '../export/formats/format';
import { isFilterable } from '../export/query';
import { releaseView, type KeptRelease } from '../releases/store';

/** Absolute address of a dataset in a format. */
export const fileUrl = (base: string, dataset: DatasetDeclaration, format: Format): string =>
  `${base}/${dataset.name}.${format.extension}`;

/** Addresses of the documents that describe the data. */
const documentLinks = (
  documents: Readonly<Record<string, Pick<MetadataDocument, 'rel' | 'mediaType'>>>,
  before: string,
) =>
  Object.entries(documents).map(([name, { rel, mediaType }]) => ({
    rel,
    mediaType,
    href: `${before}${name}`,
  }));

function describeDataset(
  dataset: DatasetDeclaration,
  languages: readonly string[],
  formats: readonly Format[],
  base: string,
) {
  return {
    name: dataset.name,
    labels: dataset.labels,
    description: dataset.description,
    key: dataset.key,
    columns: outputColumns(dataset, languages).map(({ name, locale, declaration }) => ({
      name,
      type: declaration.type,
      ...(locale && { locale }),
      ...(declaration.separator && { separator: declaration.separator }),
      ...(declaration.values && { values: declaration.values }),
      filterable: isFilterable({ declaration }),
      labels: declaration.labels,
      description: declaration.description,
    })),
    links: formatsFor(formats, dataset).map((format) => ({
      format: format.extension,
      mediaType: format.mediaType,
      href: fileUrl(base, dataset, format),
    })),
    documents: documentLinks(DATASET_DOCUMENTS, `${base}/${dataset.name}.`),
  };
}

/**
 * The index of open data: every dataset with its columns and the addresses of its files, and the releases.
 * @param releases latest first
 */
export function catalogueIndex(
  config: OpenDataConfig,
  formats: readonly Format[],
  base: string,
  releases: readonly KeptRelease[],
) {
  return {
    self: base,
    license: config.openData.licence,
    languages: config.languages,
    documents: documentLinks(CATALOGUE_DOCUMENTS, `${base}/`),
    archive: { mediaType: 'application/zip', href: `${base}/all.zip` },
    releases: {
      mediaType: 'application/json',
      href: `${base}/releases.json`,
      versions: releases.map((release) => releaseView(base, release)),
    },
    datasets: config.datasets.map((dataset) => describeDataset(dataset, config.languages, formats, base)),
  };
}
