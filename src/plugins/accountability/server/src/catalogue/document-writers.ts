import type { DatasetDeclaration } from '../datasets/declaration';
import { csvwMetadata } from './csvw';
import type { Catalogue } from './catalogue';
import { dataPackage } from './datapackage';
import { dcatCatalogue } from './dcat/catalog';
import { dataDictionary } from './dictionary';
import {
  CATALOGUE_DOCUMENTS,
  DATASET_DOCUMENTS,
  type CatalogueDocumentName,
  type DatasetDocumentName,
} from './documents';
import { openApiDocument } from './openapi/document';
import { metadataPart } from './openapi/metadata';
import type { ApiContext } from './openapi/part';
import { jsonLd } from './rdf/json-ld';
import { turtle } from './rdf/turtle';
import { schemaOrgCatalogue, schemaOrgDataset } from './schema-org';
import { xmlSchema } from './xsd';

export { apiContext } from './openapi/context';

/** What the documents are made of. */
export interface MetadataContext {
  readonly catalogue: Catalogue;
  /** The context of the API's description in a language. */
  readonly api: (language: string) => ApiContext;
}

const text = (value: object): string => `${JSON.stringify(value, null, 1)}\n`;

/** Makes a document about all datasets; no language where it comes in every one. */
export const CATALOGUE_WRITERS: Readonly<
  Record<CatalogueDocumentName, (context: MetadataContext, language: string | undefined) => string>
> = {
  'catalog.ttl': ({ catalogue }) => turtle(dcatCatalogue(catalogue)),
  'catalog.jsonld': ({ catalogue }) => text(jsonLd(dcatCatalogue(catalogue))),
  'catalog.schema.jsonld': ({ catalogue }, language) => text(schemaOrgCatalogue(catalogue, language)),
  'datapackage.json': ({ catalogue }) => text(dataPackage(catalogue)),
  'dictionary.md': ({ catalogue }, language) => dataDictionary(catalogue, language ?? ''),
  'openapi.json': ({ api }, language) =>
    text(openApiDocument(api(language ?? ''), [metadataPart(CATALOGUE_DOCUMENTS, DATASET_DOCUMENTS)])),
};

/** Makes a document about one dataset. */
export const DATASET_WRITERS: Readonly<
  Record<
    DatasetDocumentName,
    (catalogue: Catalogue, dataset: DatasetDeclaration, language: string | undefined) => string
  >
> = {
  'csv-metadata.json': (catalogue, dataset) => text(csvwMetadata(catalogue, dataset)),
  'schema.jsonld': (catalogue, dataset, language) => text(schemaOrgDataset(catalogue, dataset, language)),
  xsd: (catalogue, dataset) => xmlSchema(catalogue, dataset),
};
