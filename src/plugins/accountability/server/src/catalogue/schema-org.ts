import { outputColumns } from '../datasets/output-columns';
import type { DatasetDeclaration, LocalizedText } from '../datasets/declaration';
import { formatsFor } from '../export/formats/format';
import { placeNames } from './place-names';
import { bareMediaType } from './authorities';
import { datasetUri, statisticsOf, homepageOf, type Catalogue } from './catalogue';
import {
  catalogueDescription,
  catalogueTitle,
  columnLabels,
  contactName,
  inOrder,
  keywordsOf,
  publisherName,
} from './texts';

const CONTEXT = 'https://schema.org';

/** A text in the language requested; without one in every language, each tagged. */
const textIn = ({ config }: Catalogue, text: LocalizedText, language?: string) =>
  language
    ? (text[language] ?? '')
    : inOrder(text, config.languages).map(([tag, value]) => ({ '@language': tag, '@value': value }));

const keywordsIn = (catalogue: Catalogue, language?: string, dataset?: DatasetDeclaration) => {
  const languages = language ? [language] : catalogue.config.languages;
  return keywordsOf(catalogue, dataset).flatMap((keyword) => languages.map((one) => keyword[one] ?? ''));
};

function publisher(catalogue: Catalogue, language?: string) {
  const { publisher: settings, contact } = catalogue.config.openData;
  return {
    '@type': 'Organization',
    ...(settings?.uri && { '@id': settings.uri }),
    name: textIn(catalogue, publisherName(catalogue), language),
    ...(settings?.homepage && { url: settings.homepage }),
    ...(contact && {
      contactPoint: {
        '@type': 'ContactPoint',
        name: textIn(catalogue, contactName(catalogue), language),
        ...(contact.email && { email: contact.email }),
        ...(contact.form && { url: contact.form }),
      },
    }),
  };
}

/** Properties shared by datasets and catalogue. */
function common(catalogue: Catalogue, language?: string) {
  const { languages, openData } = catalogue.config;
  return {
    inLanguage: language ?? languages,
    license: openData.licence.url,
    isAccessibleForFree: true,
    publisher: publisher(catalogue, language),
    ...(openData.spatial && {
      spatialCoverage: {
        '@type': 'Place',
        name: textIn(catalogue, placeNames(openData.spatial, languages), language),
        sameAs: openData.spatial.uri,
      },
    }),
  };
}

/** Temporal coverage in schema.org's notation of periods: `2018-10-01/..` where one end is open. */
function temporalCoverage(catalogue: Catalogue, dataset: DatasetDeclaration): string | undefined {
  const { start = null, end = null } = statisticsOf(catalogue, dataset).temporal ?? {};
  return start || end ? `${start ?? '..'}/${end ?? '..'}` : undefined;
}

function datasetEntry(catalogue: Catalogue, dataset: DatasetDeclaration, language?: string) {
  const url = datasetUri(catalogue, dataset);
  const { modified } = statisticsOf(catalogue, dataset);
  const covers = temporalCoverage(catalogue, dataset);
  return {
    '@type': 'Dataset',
    '@id': url,
    name: textIn(catalogue, dataset.labels, language),
    description: textIn(catalogue, dataset.description, language),
    identifier: url,
    url,
    version: catalogue.facts.revision,
    ...(modified && { dateModified: modified }),
    keywords: keywordsIn(catalogue, language, dataset),
    ...common(catalogue, language),
    creator: publisher(catalogue, language),
    ...(covers && { temporalCoverage: covers }),
    variableMeasured: outputColumns(dataset, catalogue.config.languages, language).map((column) => ({
      '@type': 'PropertyValue',
      propertyID: column.declaration.propertyUrl ?? `${url}#${column.name}`,
      name: column.name,
      alternateName: textIn(catalogue, columnLabels(column, catalogue.config.languages), language),
      description: textIn(catalogue, column.declaration.description, language),
    })),
    distribution: formatsFor(catalogue.formats, dataset).map(({ extension, mediaType }) => ({
      '@type': 'DataDownload',
      contentUrl: `${url}.${extension}${language ? `?locale=${language}` : ''}`,
      encodingFormat: bareMediaType(mediaType),
      ...(modified && { dateModified: modified }),
    })),
  };
}

/**
 * A dataset for search engines (schema.org Dataset, JSON-LD).
 * @param language texts, columns and files in this language alone; without it in every language
 */
export const schemaOrgDataset = (catalogue: Catalogue, dataset: DatasetDeclaration, language?: string) => ({
  '@context': CONTEXT,
  ...datasetEntry(catalogue, dataset, language),
  includedInDataCatalog: {
    '@type': 'DataCatalog',
    '@id': catalogue.base,
    name: textIn(catalogue, catalogueTitle(catalogue), language),
    url: catalogue.base,
  },
});

/**
 * The catalogue with its datasets for search engines (schema.org DataCatalog, JSON-LD).
 * @param language as of `schemaOrgDataset`
 */
export const schemaOrgCatalogue = (catalogue: Catalogue, language?: string) => ({
  '@context': CONTEXT,
  '@type': 'DataCatalog',
  '@id': catalogue.base,
  name: textIn(catalogue, catalogueTitle(catalogue), language),
  description: textIn(catalogue, catalogueDescription(catalogue), language),
  url: homepageOf(catalogue),
  ...(catalogue.facts.modified && { dateModified: catalogue.facts.modified }),
  keywords: keywordsIn(catalogue, language),
  ...common(catalogue, language),
  dataset: catalogue.config.datasets.map((dataset) => datasetEntry(catalogue, dataset, language)),
});
