import type { DatasetDeclaration } from '../../datasets/declaration';
import { formatsFor } from '../../export/formats/format';
import {
  bareMediaType,
  frequencyUri,
  mediaTypeUri,
  PUBLIC_ACCESS,
  STABLE_AVAILABILITY,
  themeUri,
} from '../authorities';
import { datasetUri, statisticsOf, homepageOf, type Catalogue, type FileFormat } from '../catalogue';
import { literal, localized, reference, type Term, type Thing } from '../rdf/graph';
import { keywordsOf, words } from '../texts';
import { contactUri, publisherUri, serviceUri } from './addresses';
import { formatTerm, languageTerms } from './vocabulary';

/** Properties shared by every dataset and every version of all of them. */
export function commonProperties(catalogue: Catalogue): Record<string, readonly Term[]> {
  const { openData } = catalogue.config;
  return {
    'dct:publisher': [reference(publisherUri(catalogue))],
    'dcat:contactPoint': [reference(contactUri(catalogue))],
    'dct:language': languageTerms(catalogue),
    'dct:accessRights': [reference(PUBLIC_ACCESS)],
    'dct:spatial': openData.spatial ? [reference(openData.spatial.uri)] : [],
    'dcat:landingPage': [reference(homepageOf(catalogue))],
  };
}

export const licenceTerm = ({ config }: Catalogue): Term =>
  reference(config.openData.licence.authority ?? config.openData.licence.url);

const distributionUri = (catalogue: Catalogue, dataset: DatasetDeclaration, { extension }: FileFormat) =>
  `${datasetUri(catalogue, dataset)}#${extension}`;

function temporalTerms(catalogue: Catalogue, dataset: DatasetDeclaration): Term[] {
  const { start = null, end = null } = statisticsOf(catalogue, dataset).temporal ?? {};
  if (!start && !end) return [];
  return [
    {
      type: 'dct:PeriodOfTime',
      properties: {
        'dcat:startDate': start ? [literal(start, 'xsd:date')] : [],
        'dcat:endDate': end ? [literal(end, 'xsd:date')] : [],
      },
    },
  ];
}

function distribution(catalogue: Catalogue, dataset: DatasetDeclaration, format: FileFormat): Thing[] {
  const { languages } = catalogue.config;
  const { modified } = statisticsOf(catalogue, dataset);
  const url = `${datasetUri(catalogue, dataset)}.${format.extension}`;
  const mediaType = mediaTypeUri(format.mediaType);
  const name = { format: format.extension.toUpperCase() };
  const title = words(languages, 'distribution.title', (language) => ({
    ...name,
    dataset: dataset.labels[language] ?? '',
  }));
  return [
    {
      id: distributionUri(catalogue, dataset, format),
      type: 'dcat:Distribution',
      properties: {
        'dct:title': localized(title, languages),
        'dct:description': localized(
          words(languages, 'distribution.description', () => ({
            mediaType: bareMediaType(format.mediaType),
          })),
          languages,
        ),
        'dcat:accessURL': [reference(url)],
        'dcat:downloadURL': [reference(url)],
        'dct:format': [formatTerm(format.extension)],
        'dcat:mediaType': mediaType ? [reference(mediaType)] : [],
        'dct:license': [licenceTerm(catalogue)],
        'dct:language': languageTerms(catalogue),
        'dcatap:availability': [reference(STABLE_AVAILABILITY)],
        'dct:modified': modified ? [literal(modified, 'xsd:dateTime')] : [],
        'dcat:accessService': [reference(serviceUri(catalogue))],
      },
    },
    { id: url, type: 'rdfs:Resource', properties: {} },
  ];
}

/** A dataset with a distribution per format. */
export function describeDataset(catalogue: Catalogue, dataset: DatasetDeclaration): Thing[] {
  const { languages, openData } = catalogue.config;
  const formats = formatsFor(catalogue.formats, dataset);
  const { modified } = statisticsOf(catalogue, dataset);
  return [
    {
      id: datasetUri(catalogue, dataset),
      type: 'dcat:Dataset',
      properties: {
        'dct:title': localized(dataset.labels, languages),
        'dct:description': localized(dataset.description, languages),
        'dct:identifier': [literal(datasetUri(catalogue, dataset))],
        'dcat:keyword': keywordsOf(catalogue, dataset).flatMap((keyword) => localized(keyword, languages)),
        'dcat:theme': [reference(themeUri(dataset.theme ?? openData.theme))],
        ...commonProperties(catalogue),
        'dct:accrualPeriodicity': [reference(frequencyUri(openData.frequency))],
        'dct:modified': modified ? [literal(modified, 'xsd:dateTime')] : [],
        'dct:temporal': temporalTerms(catalogue, dataset),
        'foaf:page': [reference(`${catalogue.base}/dictionary.md`)],
        'dcat:distribution': formats.map((format) => reference(distributionUri(catalogue, dataset, format))),
      },
    },
    ...formats.flatMap((format) => distribution(catalogue, dataset, format)),
  ];
}
