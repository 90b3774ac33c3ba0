import { DATA_THEME_SCHEME, PUBLIC_ACCESS, publisherTypeUri, themeUri } from '../authorities';
import { datasetUri, homepageOf, type Catalogue } from '../catalogue';
import { literal, localized, reference, type Graph, type Thing } from '../rdf/graph';
import {
  catalogueDescription,
  catalogueTitle,
  contactName,
  keywordsOf,
  publisherName,
  words,
} from '../texts';
import { contactUri, publisherUri, serviceUri } from './addresses';
import { describeDataset, licenceTerm } from './dataset';
import { describeReleases } from './releases';
import { languageTerms, pointedAt, PREFIXES } from './vocabulary';

const OPENAPI = 'https://spec.openapis.org/oas/v3.1.0';

function describeCatalog(catalogue: Catalogue, datasets: readonly Thing[]): Thing {
  const { base, config, facts } = catalogue;
  const { languages, openData } = config;
  return {
    id: base,
    type: 'dcat:Catalog',
    properties: {
      'dct:title': localized(catalogueTitle(catalogue), languages),
      'dct:description': localized(catalogueDescription(catalogue), languages),
      'dct:publisher': [reference(publisherUri(catalogue))],
      'dct:language': languageTerms(catalogue),
      'dct:license': [licenceTerm(catalogue)],
      'dct:modified': facts.modified ? [literal(facts.modified, 'xsd:dateTime')] : [],
      'dct:spatial': openData.spatial ? [reference(openData.spatial.uri)] : [],
      'dcat:themeTaxonomy': [reference(DATA_THEME_SCHEME)],
      'foaf:homepage': [reference(homepageOf(catalogue))],
      'dcat:dataset': datasets.flatMap(({ id, type }) =>
        id && type === 'dcat:Dataset' ? [reference(id)] : [],
      ),
      'dcat:service': [reference(serviceUri(catalogue))],
    },
  };
}

function describePublisher(catalogue: Catalogue): Thing[] {
  const { publisher } = catalogue.config.openData;
  const { languages } = catalogue.config;
  return [
    {
      id: publisherUri(catalogue),
      type: 'foaf:Agent',
      properties: {
        'foaf:name': localized(publisherName(catalogue), languages),
        'dct:type': publisher?.type ? [reference(publisherTypeUri(publisher.type))] : [],
        'foaf:homepage': publisher?.homepage ? [reference(publisher.homepage)] : [],
      },
    },
    ...documents([publisher?.homepage]),
  ];
}

const documents = (ids: readonly (string | undefined)[]): Thing[] =>
  ids.flatMap((id) => (id ? [{ id, type: 'foaf:Document', properties: {} }] : []));

function describeContact(catalogue: Catalogue): Thing {
  const { contact } = catalogue.config.openData;
  return {
    id: contactUri(catalogue),
    type: 'vcard:Kind',
    properties: {
      'vcard:fn': localized(contactName(catalogue), catalogue.config.languages),
      'vcard:hasEmail': contact?.email ? [reference(`mailto:${contact.email}`)] : [],
      'vcard:hasURL': [reference(contact?.form ?? homepageOf(catalogue))],
    },
  };
}

function describeService(catalogue: Catalogue): Thing[] {
  const { base, config } = catalogue;
  const { languages, openData, datasets } = config;
  const description = `${base}/openapi.json`;
  return [
    {
      id: serviceUri(catalogue),
      type: 'dcat:DataService',
      properties: {
        'dct:title': localized(words(languages, 'service.title'), languages),
        'dct:description': localized(words(languages, 'service.description'), languages),
        'dcat:endpointURL': [reference(base)],
        'dcat:endpointDescription': [reference(description)],
        'dcat:servesDataset': datasets.map((dataset) => reference(datasetUri(catalogue, dataset))),
        'dct:conformsTo': [reference(OPENAPI)],
        'dct:publisher': [reference(publisherUri(catalogue))],
        'dcat:contactPoint': [reference(contactUri(catalogue))],
        'dct:license': [licenceTerm(catalogue)],
        'dct:accessRights': [reference(PUBLIC_ACCESS)],
        'dcat:theme': [reference(themeUri(openData.theme))],
        'dcat:keyword': keywordsOf(catalogue).flatMap((keyword) => localized(keyword, languages)),
        'dct:language': languageTerms(catalogue),
        'foaf:page': [reference(`${base}/dictionary.md`)],
      },
    },
    { id: description, type: 'rdfs:Resource', properties: {} },
    { id: OPENAPI, type: 'dct:Standard', properties: { 'dct:title': [literal('OpenAPI 3.1')] } },
  ];
}

/** A resource that is referenced several times is described once. */
const eachOnce = (things: readonly Thing[]): Thing[] => [
  ...new Map(things.map((thing) => [`${thing.id} ${thing.type}`, thing])).values(),
];

/** The whole catalogue after DCAT-AP 3: catalogue, publisher, datasets with their distributions, service. */
export function dcatCatalogue(catalogue: Catalogue): Graph {
  const datasets = [
    ...catalogue.config.datasets.flatMap((dataset) => describeDataset(catalogue, dataset)),
    ...describeReleases(catalogue),
  ];
  return {
    prefixes: PREFIXES,
    things: eachOnce([
      describeCatalog(catalogue, datasets),
      ...describePublisher(catalogue),
      describeContact(catalogue),
      ...datasets,
      ...describeService(catalogue),
      ...documents([homepageOf(catalogue), `${catalogue.base}/dictionary.md`]),
      ...pointedAt(catalogue),
    ]),
  };
}
