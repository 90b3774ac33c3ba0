const JSON_LD = 'application/ld+json; charset=utf-8';

/** A document of the metadata: what it is served as; `document-writers.ts` makes it. */
export interface MetadataDocument {
  readonly mediaType: string;
  /** What the document is to the data, as a link relation. */
  readonly rel: string;
  /** Whether it is in one language, or may be; without it comes in every language. */
  readonly locale?: 'optional' | 'one';
}

/** The same of one dataset. */
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
