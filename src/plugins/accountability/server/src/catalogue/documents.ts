const JSON_LD = 'application/ld+json; charset=utf-8';

/** A metadata document: its media type and links; `document-writers.ts` generates it. */
export interface MetadataDocument {
  readonly mediaType: string;
  /** Link relation of the document to the data. */
  readonly rel: string;
  /** `one` where the document is in one language, `optional` where it may be; else it contains every language. */
  readonly locale?: 'optional' | 'one';
}

/** A metadata document of one dataset. */
export interface DatasetDocument extends MetadataDocument {
  /** Extension of the files it describes. */
  readonly describes: string;
}

/** Documents about all datasets, by file name below the open-data address. */
export const CATALOGUE_DOCUMENTS = {
  'catalog.ttl': { mediaType: 'text/turtle; charset=utf-8', rel: 'describedby' },
  'catalog.jsonld': { mediaType: JSON_LD, rel: 'describedby' },
  'catalog.schema.jsonld': { mediaType: JSON_LD, rel: 'describedby', locale: 'optional' },
  'datapackage.json': { mediaType: 'application/json; charset=utf-8', rel: 'describedby' },
  'dictionary.md': { mediaType: 'text/markdown; charset=utf-8', rel: 'service-doc', locale: 'one' },
  'openapi.json': {
    mediaType: 'application/vnd.oai.openapi+json; version=3.1',
    rel: 'service-desc',
    locale: 'one',
  },
} as const satisfies Readonly<Record<string, MetadataDocument>>;

export type CatalogueDocumentName = keyof typeof CATALOGUE_DOCUMENTS;

/** Documents about one dataset, by what follows its name. */
export const DATASET_DOCUMENTS = {
  'csv-metadata.json': {
    mediaType: 'application/csvm+json; charset=utf-8',
    rel: 'describedby',
    describes: 'csv',
  },
  'schema.jsonld': { mediaType: JSON_LD, rel: 'describedby', describes: 'csv', locale: 'optional' },
  xsd: { mediaType: 'application/xml; charset=utf-8', rel: 'describedby', describes: 'xml' },
} as const satisfies Readonly<Record<string, DatasetDocument>>;

export type DatasetDocumentName = keyof typeof DATASET_DOCUMENTS;
