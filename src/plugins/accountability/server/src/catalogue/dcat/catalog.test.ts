import { exampleCatalogue, RELEASES } from '../example-catalogue.test-support';
import type { Term, Thing } from '../rdf/graph';
import { dcatCatalogue } from './catalog';

const BASE = 'https://library.example/api/open-data';
const thingsOf = (options?: Parameters<typeof exampleCatalogue>[0]) =>
  dcatCatalogue(exampleCatalogue(options)).things;
const find = (things: readonly Thing[], id: string): Thing => {
  const found = things.find((thing) => thing.id === id);
  if (!found) throw new Error(`${id} is not described`);
  return found;
};

/** Every URI that is referenced, also in nested resources. */
const pointedAt = ({ properties }: Thing): string[] =>
  Object.values(properties)
    .flat()
    .flatMap((term: Term) => ('iri' in term ? [term.iri] : 'text' in term ? [] : pointedAt(term)));

describe('the DCAT-AP catalogue', () => {
  const things = thingsOf();

  it('describes catalogue and datasets in both languages', () => {
    for (const id of [BASE, `${BASE}/books`, `${BASE}/authors`, `${BASE}#service`]) {
      const { properties } = find(things, id);
      for (const name of ['dct:title', 'dct:description']) {
        expect(properties[name]).toEqual([
          { text: expect.stringMatching(/[ა-ჰ]/), language: 'ka' },
          { text: expect.stringMatching(/[A-Za-z]/), language: 'en' },
        ]);
      }
    }
  });

  it('has the terms of the EU for theme, language, frequency, access and licence', () => {
    const eu = 'http://publications.europa.eu/resource/authority';
    expect(find(things, `${BASE}/books`).properties).toMatchObject({
      'dcat:theme': [{ iri: `${eu}/data-theme/EDUC` }],
      'dct:language': [{ iri: `${eu}/language/KAT` }, { iri: `${eu}/language/ENG` }],
      'dct:accrualPeriodicity': [{ iri: `${eu}/frequency/CONT` }],
      'dct:accessRights': [{ iri: `${eu}/access-right/PUBLIC` }],
      'dct:spatial': [{ iri: `${eu}/country/GEO` }],
      'dct:temporal': [{ properties: { 'dcat:startDate': [{ text: '1999-01-01' }], 'dcat:endDate': [] } }],
    });
    expect(find(things, `${BASE}/authors`).properties['dcat:theme']).toEqual([
      { iri: `${eu}/data-theme/GOVE` },
    ]);
  });

  it('has a distribution per format; an unregistered media type is left out', () => {
    const of = (extension: string) => find(things, `${BASE}/books#${extension}`).properties;
    expect(of('csv')).toMatchObject({
      'dcat:downloadURL': [{ iri: `${BASE}/books.csv` }],
      'dct:format': [{ iri: 'http://publications.europa.eu/resource/authority/file-type/CSV' }],
      'dcat:mediaType': [{ iri: 'http://www.iana.org/assignments/media-types/text/csv' }],
      'dct:license': [{ iri: 'http://publications.europa.eu/resource/authority/licence/CC_BY_4_0' }],
    });
    expect(of('ndjson')['dcat:mediaType']).toEqual([]);
    expect(of('ndjson')['dct:format']).toMatchObject([
      { properties: { 'rdfs:label': [{ text: 'NDJSON' }] } },
    ]);
    expect(find(things, `${BASE}/books`).properties['dcat:distribution']).toHaveLength(3);
  });

  it('says of everything it points at what it is, and of each thing once', () => {
    // External vocabularies, which need no class here.
    const described = things.map(({ id }) => id);
    expect(new Set(things.map(({ id, type }) => `${id} ${type}`)).size).toBe(things.length);
    const open = [...new Set(things.flatMap(pointedAt))].filter((id) => !described.includes(id));
    expect(open).toEqual(['mailto:data@city.example']);
  });

  it('lists releases as versions of one dataset, each with its digest and the one before', () => {
    expect(JSON.stringify(things)).not.toContain('#releases');
    const withReleases = thingsOf({ releases: RELEASES });
    expect(find(withReleases, BASE).properties['dcat:dataset']).toContainEqual({ iri: `${BASE}#releases` });
    expect(find(withReleases, `${BASE}#releases`).properties['dcat:hasVersion']).toHaveLength(2);
    expect(find(withReleases, `${BASE}#releases-2026-11-02`).properties).toMatchObject({
      'dcat:version': [{ text: '2026-11-02' }],
      'dcat:isVersionOf': [{ iri: `${BASE}#releases` }],
      'dcat:previousVersion': [{ iri: `${BASE}#releases-2026-11-01` }],
    });
    expect(find(withReleases, `${BASE}#releases-2026-11-02-zip`).properties).toMatchObject({
      'dcat:byteSize': [{ text: '1234' }],
      'spdx:checksum': [{ properties: { 'spdx:checksumValue': [{ text: RELEASES[0]!.sha256 }] } }],
    });
  });

  it('says that the publisher is this site where the settings name none', () => {
    const bare = thingsOf({ openData: { publisher: undefined, contact: undefined } });
    expect(find(bare, `${BASE}#publisher`).properties['foaf:name']).toHaveLength(2);
    expect(find(bare, `${BASE}#contact`).properties['vcard:hasURL']).toEqual([
      { iri: 'https://library.example/' },
    ]);
  });
});
