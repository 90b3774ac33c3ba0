import { rm } from 'node:fs/promises';
import path from 'node:path';
import {
  countOf,
  DCAT,
  jsonLdGraph,
  languagesOf,
  objections,
  turtleGraph,
  type Graph,
} from '../support/dcat-ap/validate';
import { datasets } from '../../src/accountability/datasets';
import { uploadsFolder } from '../support/processes';
import { bootTracker, type Tracker } from '../support/tracker';

/**
 * Recommendations that cannot be followed everywhere: a place by its address in the EU's list needs no outline, a
 * series has no file of its own, and not every dataset has dates or a kind.
 */
const RECOMMENDED = ['bbox', 'centroid', 'distribution', 'issued', 'temporal', 'type'].map(
  (property) => `Warning ${property} MinCount`,
);

const DOCUMENTS = [
  ['catalog.ttl', turtleGraph],
  ['catalog.jsonld', jsonLdGraph],
] as const;

describe('the catalogue, validated against the shapes of DCAT-AP 3.0.1', () => {
  let tracker: Tracker;
  const kept: string[] = [];
  const text = async (file: string): Promise<string> => {
    const response = await fetch(`${tracker.url}/api/open-data/${file}`);
    expect([file, response.status]).toEqual([file, 200]);
    return response.text();
  };
  const withoutFirst = (graph: Graph, property: string): Graph => {
    graph.removeQuads(graph.getQuads(null, `${DCAT}${property}`, null, null).slice(0, 1));
    return graph;
  };

  beforeAll(async () => {
    tracker = await bootTracker({
      env: {
        SEED_DEMO: 'true',
        OPEN_DATA_PUBLISHER_KA: 'ქუთაისის მერია',
        OPEN_DATA_PUBLISHER_EN: 'Kutaisi City Hall',
        OPEN_DATA_PUBLISHER_TYPE: 'LocalAuthority',
        OPEN_DATA_PUBLISHER_URL: 'https://kutaisi.example/',
        OPEN_DATA_CONTACT_EMAIL: 'data@kutaisi.example',
      },
    });
  });
  afterAll(async () => {
    await tracker.close();
    for (const name of kept) await rm(path.join(uploadsFolder(), name), { force: true });
  });

  const judge = () =>
    it.each(DOCUMENTS)('has nothing they object to in %s, in both languages', async (file, parse) => {
      const graph = await parse(await text(file));
      expect(countOf(graph, 'Catalog')).toBe(1);
      expect(countOf(graph, 'Dataset')).toBeGreaterThanOrEqual(datasets.length);
      expect(countOf(graph, 'Distribution')).toBeGreaterThan(5 * datasets.length);
      const found = await objections(graph);
      expect(found.filter((one) => !RECOMMENDED.includes(one))).toEqual([]);
      for (const name of ['Catalog', 'Dataset', 'DataService']) {
        for (const property of ['title', 'description']) {
          const languages = languagesOf(graph, name, property);
          expect(languages.length).toBeGreaterThan(0);
          expect([name, property, new Set(languages)]).toEqual([name, property, new Set(['en,ka'])]);
        }
      }
    });

  describe('without releases', judge);

  describe('with releases', () => {
    beforeAll(async () => {
      const made = await tracker.strapi.plugin('accountability').service('releases').make();
      kept.push(`${made.release.file.hash}.zip`);
      expect(await text('catalog.ttl')).toContain(made.release.version);
    });
    judge();
  });

  it('says the same in both documents', async () => {
    const [turtle, json] = [
      turtleGraph(await text('catalog.ttl')),
      await jsonLdGraph(await text('catalog.jsonld')),
    ];
    expect(json.size).toBe(turtle.size);
  });

  it.each(DOCUMENTS)('would be refused without the address of a distribution: %s', async (file, parse) => {
    const graph = withoutFirst(await parse(await text(file)), 'accessURL');
    expect(await objections(graph)).toContain('Violation accessURL MinCount');
  });

  it('would be refused with a text in place of an address, and without a dataset', async () => {
    const turtle = await text('catalog.ttl');
    const wrong = turtle.replace(/dcat:accessURL <[^>]*>/, 'dcat:accessURL "somewhere"');
    expect(wrong).not.toBe(turtle);
    expect((await objections(turtleGraph(wrong))).join()).toContain('Violation accessURL');
    await expect(
      jsonLdGraph('{"@context": "https://elsewhere.example/context", "title": "x"}'),
    ).rejects.toThrow();
  });
});
