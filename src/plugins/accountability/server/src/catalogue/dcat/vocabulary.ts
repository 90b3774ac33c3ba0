import { placeNames } from '../place-names';
import type { Catalogue } from '../catalogue';
import {
  DATA_THEME_SCHEME,
  fileTypeUri,
  frequencyUri,
  languageUri,
  mediaTypeUri,
  PUBLIC_ACCESS,
  publisherTypeUri,
  STABLE_AVAILABILITY,
  themeUri,
} from '../authorities';
import { localized, reference, type Term, type Thing } from '../rdf/graph';
import { words } from '../texts';

export const PREFIXES = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

export const SHA256 = 'http://spdx.org/rdf/terms#checksumAlgorithm_sha256';

/** References to the languages of the site, as far as the EU's list knows them. */
export const languageTerms = ({ config }: Catalogue): Term[] =>
  config.languages.flatMap((language) => {
    const uri = languageUri(language);
    return uri ? [reference(uri)] : [];
  });

/** A term of a list of terms, with its label. */
export const concept = (catalogue: Catalogue, id: string, key: string, inScheme?: string): Thing => ({
  id,
  type: 'skos:Concept',
  properties: {
    'skos:prefLabel': localized(words(catalogue.config.languages, key), catalogue.config.languages),
    'skos:inScheme': inScheme ? [reference(inScheme)] : [],
  },
});

const plain = (id: string, type: string): Thing => ({ id, type, properties: {} });

const isThere = <T>(value: T | undefined): value is T => value !== undefined;

/** Everything that is only pointed at, with its class: who reads the catalogue alone knows what it is. */
export function pointedAt(catalogue: Catalogue): Thing[] {
  const { config, formats } = catalogue;
  const { languages, openData, datasets } = config;
  const { licence, publisher, spatial } = openData;
  const themes = new Set([openData.theme, ...datasets.map((dataset) => dataset.theme).filter(isThere)]);
  return [
    {
      id: licence.authority ?? licence.url,
      type: 'dct:LicenseDocument',
      properties: {
        'dct:title': [{ text: licence.name }],
        'foaf:page': licence.authority ? [reference(licence.url)] : [],
        'dct:identifier': licence.spdx ? [{ text: licence.spdx }] : [],
      },
    },
    ...(licence.authority ? [plain(licence.url, 'foaf:Document')] : []),
    ...languages
      .map(languageUri)
      .filter(isThere)
      .map((id) => plain(id, 'dct:LinguisticSystem')),
    plain(frequencyUri(openData.frequency), 'dct:Frequency'),
    plain(PUBLIC_ACCESS, 'dct:RightsStatement'),
    concept(catalogue, STABLE_AVAILABILITY, 'availability.stable'),
    {
      id: DATA_THEME_SCHEME,
      type: 'skos:ConceptScheme',
      properties: { 'dct:title': localized(words(languages, 'themes'), languages) },
    },
    ...[...themes].map((code) => concept(catalogue, themeUri(code), `themes.${code}`, DATA_THEME_SCHEME)),
    ...(publisher?.type
      ? [concept(catalogue, publisherTypeUri(publisher.type), `publisher.type.${publisher.type}`)]
      : []),
    ...(spatial
      ? [
          {
            id: spatial.uri,
            type: 'dct:Location',
            properties: { 'skos:prefLabel': localized(placeNames(spatial, languages), languages) },
          },
        ]
      : []),
    ...formats
      .map(({ extension }) => fileTypeUri(extension))
      .filter(isThere)
      .map((id) => plain(id, 'dct:MediaTypeOrExtent')),
    ...formats
      .map(({ mediaType }) => mediaTypeUri(mediaType))
      .filter(isThere)
      .map((id) => plain(id, 'dct:MediaType')),
  ];
}

/** The file format: the EU's term, or one of our own with its name where the EU has none. */
export function formatTerm(extension: string): Term {
  const uri = fileTypeUri(extension);
  return uri
    ? reference(uri)
    : {
        type: 'dct:MediaTypeOrExtent',
        properties: { 'rdfs:label': [{ text: extension.toUpperCase() }] },
      };
}
