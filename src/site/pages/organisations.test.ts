import { gzipSync } from 'node:zlib';
import { commitmentRow, exampleOverview, reportRow, type ExampleRows } from '../content/example-overview';
import type { Row } from '../content/records';
import { loadHtmlTree } from '../html/html-tree';
import { exampleFrame } from './example-frame';
import { layout } from './layout';
import { organisationPage } from './organisations';

async function pageOf(rows: ExampleRows): Promise<string> {
  const overview = await exampleOverview({
    partners: [{ id: 'o', slug: 'ministry', name_en: 'Ministry' }],
    'action-plans': [{ id: 'p', slug: 'plan', title_en: 'A plan' }],
    ...rows,
  });
  const frame = exampleFrame(overview, 'en', '/organisations/ministry');
  return layout(organisationPage(overview.organisationById.get('o')!, new Map(), frame), frame);
}

const led = (id: string, row: Row = {}): Row =>
  commitmentRow(id, { action_plan_id: 'p', lead_agency_ids: ['o'], ...row });
const annual = (id: string, about: string, year: number, row: Row = {}): Row =>
  reportRow(id, { commitment_id: about, period_kind: 'annual', period_year: year, ...row });

/** The cells of the table of what was reported, row by row. */
function tableIn(page: string): string[][] {
  const [, section = ''] = /<section aria-labelledby="reporting">(.*?)<\/section>/s.exec(page) ?? [];
  return section
    .split('<tr>')
    .slice(1)
    .map((row) =>
      row
        .split(/<\/t[hd]>/)
        .slice(0, -1)
        .map((cell) =>
          cell
            .replace(/<[^>]*>/g, ' ')
            .replace(/\s+/g, ' ')
            .trim(),
        ),
    );
}

/** How often a page has an element. */
const number = (page: string, text: string): number => page.split(text).length - 1;

beforeAll(loadHtmlTree);

describe('the page of an organisation', () => {
  it('has what it reported by period, and says where there is no report', async () => {
    const page = await pageOf({
      commitments: [
        led('calm'),
        led('late', { overdue: true, end_date: '2023-06-01', end_precision: 'month' }),
        commitmentRow('foreign', { action_plan_id: 'p' }),
      ],
      'progress-reports': [
        annual('1', 'calm', 2023, { implementation_status: 'in-progress', assessment: 'mostly-implemented' }),
        annual('2', 'calm', 2023, { milestone_id: 'm', implementation_status: 'delayed' }),
        annual('3', 'late', 2023, { milestone_id: 'm', implementation_status: 'delayed' }),
        annual('4', 'foreign', 2024, { implementation_status: 'completed' }),
        annual('5', 'calm', 2022),
      ],
    });
    expect(tableIn(page)).toEqual([
      ['Commitments', '2024, Annual', '2023, Annual', '2022, Annual'],
      ['late in English', '— The period is outside of the commitment’s time frame', 'Delayed', 'No report'],
      ['calm in English', 'No report', 'In progress Mostly implemented', 'Report'],
    ]);
  });

  it('says that nothing was reported, where nothing was', async () => {
    expect(await pageOf({ commitments: [led('a')] })).toContain('No progress report is published yet.');
  });

  it('shows 20 of what it leads and takes part in, with a link to all, and the latest six periods', async () => {
    const ids = Array.from({ length: 21 }, (_, index) => `c${index}`);
    const rows = (count: number): ExampleRows => ({
      commitments: [
        ...ids.slice(0, count).map((id) => led(id)),
        ...ids.slice(0, count).map((id) => commitmentRow(`part-${id}`, { partner_ids: ['o'] })),
      ],
      'progress-reports': Array.from({ length: 8 }, (_, index) => annual(`r${index}`, 'c0', 2010 + index)),
    });
    const page = await pageOf(rows(21));
    expect(number(page, '<article')).toBe(40);
    expect(number(page, 'href="/commitments?agency=ministry&amp;locale=en"')).toBe(2);
    expect(number(page, 'href="/commitments?partner=ministry&amp;locale=en"')).toBe(1);
    const table = tableIn(page);
    expect(table).toHaveLength(21);
    expect(table[0]).toEqual([
      'Commitments',
      ...[2017, 2016, 2015, 2014, 2013, 2012].map((year) => `${year}, Annual`),
    ]);
    const whole = await pageOf(rows(20));
    expect(number(whole, '<article')).toBe(40);
    expect(whole).not.toContain('href="/commitments?agency=ministry&amp;locale=en"');
    expect(whole).not.toContain('href="/commitments?partner=ministry&amp;locale=en"');
  });

  it('stays below 60 kB packed with 2,000 commitments', async () => {
    const letters = 'აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ';
    let seed = 7;
    const random = (most: number): number => (seed = (seed * 48_271) % 2_147_483_647) % most;
    const title = (): string =>
      Array.from({ length: 200 }, () => (random(7) === 0 ? ' ' : letters[random(33)])).join('');
    const ids = Array.from({ length: 2_000 }, (_, index) => `c${index}`);
    const page = await pageOf({
      commitments: ids.map((id) => led(id, { title_en: title() })),
      'progress-reports': ids.flatMap((id) =>
        [2021, 2022, 2023].map((year) =>
          annual(`${id}-${year}`, id, year, { implementation_status: 'delayed' }),
        ),
      ),
    });
    expect(gzipSync(page).length).toBeLessThan(60_000);
  });
});
