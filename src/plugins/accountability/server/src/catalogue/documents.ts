import type { DatasetDeclaration } from '../datasets/declaration';
import { csvwMetadata } from './csvw';
import type { Catalogue } from './catalogue';
import { dataPackage } from './datapackage';
import { dcatCatalogue } from './dcat/catalog';
import { dataDictionary } from './dictionary';
import { openApiDocument } from './openapi/document';
import { metadataPart, type DescribedDocument } from './openapi/metadata';
import type { ApiContext } from './openapi/part';
import { jsonLd } from './rdf/json-ld';
import { turtle } from './rdf/turtle';
import { schemaOrgCatalogue, schemaOrgDataset } from './schema-org';
import { xmlSchema } from './xsd';

const JSON_LD = 'application/ld+json; charset=utf-8';

/** A metadata document: its media type and how it is generated. */
export interface MetadataDocument extends DescribedDocument {
  /** Link relation of the document to the data. */
  readonly rel: string;
  /** @param language undefined where the document contains every language */
  write(context: MetadataContext, language: string | undefined): string;
}

/** Input of the documents. */
export interface MetadataContext {
  readonly catalogue: Catalogue;
  /** The context of the API's description in a language. */
  readonly api: (language: string) => ApiContext;
}

/** Input of the documents of one dataset. */
export interface DatasetDocument extends DescribedDocument {
  readonly rel: string;
  /** Extension of the files it describes. */
  readonly describes: string;
  write(catalogue: Catalogue, dataset: DatasetDeclaration, language: string | undefined): string;
}

const text = (value: object): string => `${JSON.stringify(value, null, 1)}\n`;

/** Documents about all datasets, by file name below the open-data address. */
export const CATALOGUE_DOCUMENTS: Readonly<Record<string, MetadataDocument>> = {
  'catalog.ttl': {
    mediaType: 'text/turtle; charset=utf-8',
    rel: 'describedby',
    write: ({ catalogue }) => turtle(dcatCatalogue(catalogue)),
  },
  'catalog.jsonld': {
    mediaType: JSON_LD,
    rel: 'describedby',
    write: ({ catalogue }) => text(jsonLd(dcatCatalogue(catalogue))),
  },
  'catalog.schema.jsonld': {
    mediaType: JSON_LD,
    rel: 'describedby',
    locale: 'optional',
    write: ({ catalogue }, language) => text(schemaOrgCatalogue(catalogue, language)),
  },
  'datapackage.json': {
    mediaType: 'application/json; charset=utf-8',
    rel: 'describedby',
    write: ({ catalogue }) => text(dataPackage(catalogue)),
  },
  'dictionary.md': {
    mediaType: 'text/markdown; charset=utf-8',
    rel: 'service-doc',
    locale: 'one',
    write: ({ catalogue }, language) => dataDictionary(catalogue, language ?? ''),
  },
  'openapi.json': {
    mediaType: 'application/vnd.oai.openapi+json; version=3.1',
    rel: 'service-desc',
    locale: 'one',
    write: ({ api }, language) =>
      text(openApiDocument(api(language ?? ''), [metadataPart(CATALOGUE_DOCUMENTS, DATASET_DOCUMENTS)])),
  },
};

/** Documents about one dataset, by what follows its name. */
export const DATASET_DOCUMENTS: Readonly<Record<string, DatasetDocument>> = {
  'csv-metadata.json': {
    mediaType: 'application/csvm+json; charset=utf-8',
    rel: 'describedby',
    describes: 'csv',
    write: (catalogue, dataset) => text(csvwMetadata(catalogue, dataset)),
  },
  'schema.jsonld': {
    mediaType: JSON_LD,
    rel: 'describedby',
    describes: 'csv',
    locale: 'optional',
    write: (catalogue, dataset, language) => text(schemaOrgDataset(catalogue, dataset, language)),
  },
  xsd: {
    mediaType: 'application/xml; charset=utf-8',
    rel: 'describedby',
    describes: 'xml',
    write: (catalogue, dataset) => xmlSchema(catalogue, dataset),
  },
};
