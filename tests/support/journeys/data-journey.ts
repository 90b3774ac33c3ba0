import { readFile } from 'node:fs/promises';
import { readXlsx } from 'hucre/xlsx';
import type { Download, Locator, Page } from 'playwright-core';
import { datasets } from '../../../src/accountability/datasets';
import { parseCsv } from '../csv';
import { hostRequire } from '../host';
import { jsonRequest } from '../json-request';
import { asVisitor, follow, picture, publicUrl, WORDS, type Language, type Journeys } from './journey';

interface Term {
  readonly value: string;
  readonly language?: string;
}

/** A reader of Turtle that nobody here wrote; it brings no types. */
const { Parser } = hostRequire('n3') as {
  Parser: new () => { parse(text: string): { predicate: Term; object: Term }[] };
};

interface ApiRow {
  readonly documentId: string;
  readonly code: string;
  readonly title: string;
  readonly implementationStatus: string;
}

const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';
const DATASET = 'milestones';
const { labels } = datasets.find(({ name }) => name === DATASET)!;

/** Somebody who works with the data: files from the page, a file of just what a list shows, what describes them. */
export function dataJourney(journeys: () => Journeys, language: Language): void {
  const { site: words } = WORDS[language];
  let page: Page;

  const open = async (address: string, heading: string) => {
    await page.goto(publicUrl(journeys(), address, language));
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  };
  const card = () => page.locator(`article#${DATASET}`);
  const downloaded = async (link: Locator): Promise<Download> => {
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(await download.failure()).toBeNull();
    return download;
  };
  const contentOf = async (download: Download) => readFile(await download.path());
  const api = async (collection: string, query: string, locale: Language): Promise<ApiRow[]> => {
    const { body } = await jsonRequest<{ data: ApiRow[]; meta: { pagination: { total: number } } }>(
      `${journeys().tracker.url}/api/${collection}?locale=${locale}&pagination[pageSize]=100&${query}`,
    );
    expect(body.data).toHaveLength(body.meta.pagination.total);
    return body.data;
  };
  /** Both languages of what the content API shows, by document. */
  const both = async (collection: string, query = '') => {
    const [georgian, english] = await Promise.all([
      api(collection, query, 'ka'),
      api(collection, query, 'en'),
    ]);
    const titles = new Map(english.map(({ documentId, title }) => [documentId, title]));
    return georgian.map((row) => ({ ...row, english: titles.get(row.documentId) ?? '' }));
  };
  const asCsv = (rows: Awaited<ReturnType<typeof both>>) =>
    rows
      .map(({ documentId, code, title, english, implementationStatus }) => ({
        id: documentId,
        code: code ?? '',
        title_ka: title,
        title_en: english,
        implementation_status: implementationStatus,
      }))
      .sort((one, other) => (one.id < other.id ? -1 : 1));
  const ofColumns = ({ id, code, title_ka, title_en, implementation_status }: Record<string, string>) => ({
    id,
    code,
    title_ka,
    title_en,
    implementation_status,
  });

  beforeAll(async () => {
    page = await asVisitor(journeys(), language);
  });
  afterAll(() => page.context().close());

  it('takes a dataset as CSV from the page, with what the API has', async () => {
    await page.goto(publicUrl(journeys(), '/', language));
    await page.getByRole('heading', { level: 2, name: words.latestChanges }).waitFor();
    await page
      .getByRole('navigation', { name: words.mainMenu })
      .getByRole('link', { name: words.data, exact: true })
      .click();
    await page.getByRole('heading', { level: 1, name: words.dataTitle }).waitFor();
    await card().getByRole('heading', { name: labels[language] }).waitFor();
    await picture(page, `data-${language}`);
    const file = await downloaded(
      card().getByRole('link', { name: `${labels[language]}, CSV`, exact: true }),
    );
    expect(file.suggestedFilename()).toBe('milestones.csv');
    const rows = parseCsv((await contentOf(file)).toString('utf8'));
    const expected = asCsv(await both(DATASET));
    expect(expected.length).toBeGreaterThan(3);
    expect(rows.map(ofColumns)).toEqual(expected);
  });

  it('takes the same as a workbook', async () => {
    const file = await downloaded(
      card().getByRole('link', { name: `${labels[language]}, XLSX`, exact: true }),
    );
    expect(file.suggestedFilename()).toBe('milestones.xlsx');
    const [sheet] = (await readXlsx(await contentOf(file))).sheets;
    const [, ...rows] = sheet!.rows;
    const expected = asCsv(await both(DATASET));
    expect(rows).toHaveLength(expected.length);
    for (const [index, row] of expected.entries()) {
      expect(rows[index]).toEqual(expect.arrayContaining([row.id, row.code, row.title_ka, row.title_en]));
    }
  });

  it('takes just what a filtered list shows', async () => {
    await open('/commitments', words.listTitle);
    await page.getByLabel(words.status, { exact: true }).selectOption('completed');
    await page.waitForURL((url) => url.searchParams.get('status') === 'completed');
    const shown = await page.locator('#results article').count();
    const downloads = page.getByRole('region', { name: words.downloads });
    const file = await downloaded(downloads.getByRole('link', { name: 'CSV', exact: true }));
    const rows = parseCsv((await contentOf(file)).toString('utf8'));
    const expected = asCsv(await both('commitments', 'filters[implementationStatus][$eq]=completed'));
    expect(expected.length).toBeGreaterThan(0);
    expect(rows.map(ofColumns)).toEqual(expected);
    expect(rows).toHaveLength(shown);
  });

  it('follows the way to what describes the dataset, and to its licence', async () => {
    await open('/data', words.dataTitle);
    const csv = card().getByRole('link', { name: `${labels[language]}, CSV`, exact: true });
    const header = Object.keys(parseCsv(await follow(journeys(), page, csv))[0]!);
    const described = card().getByText(`${words.describedBy}:`).getByRole('link');
    const documents = new Map<string, string>();
    for (const link of await described.all()) {
      documents.set(await link.innerText(), await follow(journeys(), page, link));
    }
    const schema = JSON.parse(documents.get(`${DATASET}.csv-metadata.json`)!) as {
      tables: { tableSchema: { columns: { titles: { und: string } }[] } }[];
    };
    const [table] = schema.tables;
    expect(table!.tableSchema.columns.map(({ titles }) => titles.und)).toEqual(header);
    expect(documents.get(`${DATASET}.xsd`)).toContain(`urn:open-data:${DATASET}`);

    // The licence is on another site, which a test does not request: a stub shows that the link leads there.
    await page
      .context()
      .route(`${LICENCE}**`, (route) =>
        route.fulfill({ contentType: 'text/html', body: '<h1>CC BY 4.0</h1>' }),
      );
    const before = journeys().problems.length;
    await page.getByRole('main').getByRole('link', { name: 'CC BY 4.0' }).click();
    await page.waitForURL((url) => url.href.startsWith(LICENCE));
    const asked = journeys().problems.splice(before);
    expect(asked).toEqual([expect.stringContaining(`asks ${LICENCE}`)]);
    await page.goBack();
  });

  it('reads the catalogue, in which every dataset has a name in this language', async () => {
    await open('/data', words.dataTitle);
    const link = page.getByRole('link', { name: words.catalogue, exact: true });
    const turtle = await follow(journeys(), page, link);
    const titles = new Parser()
      .parse(turtle)
      .filter(({ predicate }) => predicate.value === 'http://purl.org/dc/terms/title')
      .map(({ object }) => object)
      .filter((title) => title.language === language)
      .map(({ value }) => value);
    expect(titles).toEqual(expect.arrayContaining(datasets.map((dataset) => dataset.labels[language])));
  });
}
