import { fileTypeUri, mediaTypeUri, STABLE_AVAILABILITY, themeUri } from '../authorities';
import type { Catalogue, Release } from '../catalogue';
import { literal, localized, reference, type Thing } from '../rdf/graph';
import { keywordsOf, words } from '../texts';
import { releasesUri } from './addresses';
import { commonProperties, licenceTerm } from './dataset';
import { SHA256 } from './vocabulary';

const FILE_TYPE = fileTypeUri('zip') as string;
const MEDIA_TYPE = mediaTypeUri('application/zip') as string;

const versionUri = (catalogue: Catalogue, { version }: Release): string =>
  `${releasesUri(catalogue)}-${encodeURIComponent(version)}`;

function describeVersion(catalogue: Catalogue, release: Release, previous: Release | undefined): Thing[] {
  const { languages } = catalogue.config;
  const id = versionUri(catalogue, release);
  const text = (key: string) =>
    localized(
      words(languages, key, () => ({ version: release.version })),
      languages,
    );
  return [
    {
      id,
      type: 'dcat:Dataset',
      properties: {
        'dct:title': text('release.title'),
        'dct:description': text('release.description'),
        'dcat:version': [literal(release.version)],
        'dct:issued': [literal(release.created, 'xsd:dateTime')],
        'dcat:isVersionOf': [reference(releasesUri(catalogue))],
        'dcat:previousVersion': previous ? [reference(versionUri(catalogue, previous))] : [],
        ...sharedProperties(catalogue),
        'dcat:distribution': [reference(`${id}-zip`)],
      },
    },
    {
      id: `${id}-zip`,
      type: 'dcat:Distribution',
      properties: {
        'dct:title': text('release.title'),
        'dct:description': text('release.description'),
        'dcat:accessURL': [reference(release.url)],
        'dcat:downloadURL': [reference(release.url)],
        'dct:format': [reference(FILE_TYPE)],
        'dcat:mediaType': [reference(MEDIA_TYPE)],
        'dct:license': [licenceTerm(catalogue)],
        'dcatap:availability': [reference(STABLE_AVAILABILITY)],
        'dcat:byteSize': [literal(String(release.bytes), 'xsd:nonNegativeInteger')],
        'spdx:checksum': [
          {
            type: 'spdx:Checksum',
            properties: {
              'spdx:algorithm': [reference(SHA256)],
              'spdx:checksumValue': [literal(release.sha256, 'xsd:hexBinary')],
            },
          },
        ],
      },
    },
    { id: release.url, type: 'rdfs:Resource', properties: {} },
  ];
}

function sharedProperties(catalogue: Catalogue) {
  const { languages, openData } = catalogue.config;
  return {
    'dcat:keyword': keywordsOf(catalogue).flatMap((keyword) => localized(keyword, languages)),
    'dcat:theme': [reference(themeUri(openData.theme))],
    ...commonProperties(catalogue),
  };
}

/** The dataset series of which each release is a version, with its versions; nothing without releases. */
export function describeReleases(catalogue: Catalogue): Thing[] {
  const { languages } = catalogue.config;
  const releases = [...catalogue.facts.releases].sort((one, other) =>
    one.created.localeCompare(other.created),
  );
  if (releases.length === 0) return [];
  return [
    {
      id: releasesUri(catalogue),
      type: 'dcat:Dataset',
      properties: {
        'dct:title': localized(words(languages, 'releases.title'), languages),
        'dct:description': localized(words(languages, 'releases.description'), languages),
        ...sharedProperties(catalogue),
        'dcat:hasVersion': releases.map((release) => reference(versionUri(catalogue, release))),
      },
    },
    ...releases.flatMap((release, index) => describeVersion(catalogue, release, releases[index - 1])),
    { id: FILE_TYPE, type: 'dct:MediaTypeOrExtent', properties: {} },
    { id: MEDIA_TYPE, type: 'dct:MediaType', properties: {} },
    { id: SHA256, type: 'spdx:ChecksumAlgorithm', properties: {} },
  ];
}
