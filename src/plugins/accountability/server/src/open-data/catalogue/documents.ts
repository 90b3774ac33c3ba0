import type { DatasetDeclaration } from '../dataset';
import { csvwMetadata } from './csvw';
import type { Catalogue } from './catalogue';
import { dataPackage } from './datapackage';
import { dcatCatalogue } from './dcat/catalog';
import { dataDictionary } from './dictionary';
import { jsonLd } from './rdf/json-ld';
import { turtle } from './rdf/turtle';
import { schemaOrgCatalogue, schemaOrgDataset } from './schema-org';

const JSON_LD = 'application/ld+json; charset=utf-8';

/** A document of the metadata: what it is served as and how it is made. */
export interface MetadataDocument {
  readonly mediaType: string;
  /** What the document is to the data, as a link relation. */
  readonly rel: string;
  /** `optional`: in every language without the parameter; `one`: in one, the first without it. */
  readonly locale?: 'optional' | 'one';
  write(catalogue: Catalogue, language: string | undefined): string;
}

/** The same of one dataset. */
export interface DatasetDocument extends Omit<MetadataDocument, 'write'> {
  write(catalogue: Catalogue, dataset: DatasetDeclaration, language: string | undefined): string;
}

const text = (value: object): string => `${JSON.stringify(value, null, 1)}\n`;

/** Documents about all datasets, by file name below the open-data address. */
export const CATALOGUE_DOCUMENTS: Readonly<Record<string, MetadataDocument>> = {
  'catalog.ttl': {
    mediaType: 'text/turtle; charset=utf-8',
    rel: 'describedby',
    write: (catalogue) => turtle(dcatCatalogue(catalogue)),
  },
  'catalog.jsonld': {
    mediaType: JSON_LD,
    rel: 'describedby',
    write: (catalogue) => text(jsonLd(dcatCatalogue(catalogue))),
  },
  'catalog.schema.jsonld': {
    mediaType: JSON_LD,
    rel: 'describedby',
    locale: 'optional',
    write: (catalogue, language) => text(schemaOrgCatalogue(catalogue, language)),
  },
  'datapackage.json': {
    mediaType: 'application/json; charset=utf-8',
    rel: 'describedby',
    write: (catalogue) => text(dataPackage(catalogue)),
  },
  'dictionary.md': {
    mediaType: 'text/markdown; charset=utf-8',
    rel: 'service-doc',
    locale: 'one',
    write: (catalogue, language) => dataDictionary(catalogue, language ?? ''),
  },
};

/** Documents about one dataset, by what follows its name. */
export const DATASET_DOCUMENTS: Readonly<Record<string, DatasetDocument>> = {
  'csv-metadata.json': {
    mediaType: 'application/csvm+json; charset=utf-8',
    rel: 'describedby',
    write: (catalogue, dataset) => text(csvwMetadata(catalogue, dataset)),
  },
  'schema.jsonld': {
    mediaType: JSON_LD,
    rel: 'describedby',
    locale: 'optional',
    write: (catalogue, dataset, language) => text(schemaOrgDataset(catalogue, dataset, language)),
  },
};
