import type { CommitmentDetails } from '../../content/commitment-details';
import { commitmentRow, exampleOverview, milestoneRow } from '../../content/example-overview';
import type { Language } from '../../languages';
import { loadHtmlTree } from '../../html/html-tree';
import { exampleFrame } from '../example-frame';
import { layout } from '../layout';
import { commitmentPage } from './page';
import { relatedTo } from './related';

const NO_DETAILS: CommitmentDetails = {
  description: {},
  problem: {},
  expectedResult: {},
  result: {},
  identifiers: [],
  reports: [],
  milestones: new Map(),
  areCommentsOpen: false,
};

async function pageOf(
  rows: Parameters<typeof exampleOverview>[0],
  details: Partial<CommitmentDetails> = {},
  language: Language = 'en',
) {
  const overview = await exampleOverview(rows);
  const frame = exampleFrame(overview, language, '/commitments/c');
  const content = {
    commitment: overview.commitmentById.get('c')!,
    details: { ...NO_DETAILS, ...details },
    logos: new Map(),
    history: [],
    comments: { shown: [], total: 0, reasons: [] },
    linkedData: {},
    areCommentsOpen: false,
  };
  return layout(commitmentPage(content, frame), frame);
}

beforeAll(loadHtmlTree);

describe('the page of a commitment', () => {
  it('is whole where nothing is known of it', async () => {
    const text = await pageOf({
      commitments: [commitmentRow('c', { title_ka: null, title_en: null, slug: null })],
    });
    expect(text).toContain('Without a title');
    expect(text).toContain('Status not stated');
    expect(text).toContain('This commitment has no published milestones.');
    expect(text).not.toMatch(/undefined|null|NaN| 0 of 0/);
  });

  it('holds two hundred milestones, each once in the line of time and once in the table', async () => {
    const milestones = Array.from({ length: 200 }, (_, index) =>
      milestoneRow(`m${index}`, {
        commitment_id: 'c',
        order: index,
        implementation_status: index < 50 ? 'completed' : null,
      }),
    );
    const text = await pageOf({ commitments: [commitmentRow('c')], milestones });
    expect(text.match(/id="milestone-m\d+"/g)).toHaveLength(200);
    expect(text.match(/<th scope="row">/g)).toHaveLength(200);
    expect(text).toContain('50 of 200 milestones completed');
  });

  it('marks a text of the other language with its language', async () => {
    const text = await pageOf(
      { commitments: [commitmentRow('c')] },
      { description: { ka: 'აღწერა', en: null } },
    );
    expect(text).toContain('<div class="prose" lang="ka" dir="ltr">');
    expect(text).toContain('(in Georgian only)');
  });

  it('links where a rating was published: the evidence of its report, else what the commitment is called in registers', async () => {
    const report = {
      id: 'r',
      period: { kind: 'final', year: 2020, start: null, end: null },
      status: null,
      assessment: null,
      narrative: {},
      challenges: {},
      evidence: [{ title: 'Results report', url: 'https://ogp.example/report', file: null }],
      ratings: [{ scheme: 'completion', value: 'Substantial', code: 'substantial' }],
      assessorKind: 'independent',
      assessorName: {},
      assessorId: null,
      milestoneId: null,
      publishedOn: null,
    };
    const details = {
      identifiers: [{ scheme: 'ogp', value: 'GE0099', url: 'https://ogp.example/GE0099' }],
    };
    const sourceOf = async (one: typeof report): Promise<string[]> => {
      const text = await pageOf({ commitments: [commitmentRow('c')] }, { ...details, reports: [one] });
      const [, source = ''] =
        /<section class="card" aria-labelledby="independent">(.*?)<\/section>/s.exec(text) ?? [];
      expect(source).toContain('Substantial');
      return [...source.matchAll(/href="([^"]*)"/g)].map(([, address = '']) => address);
    };
    expect(await sourceOf(report)).toEqual(['https://ogp.example/report']);
    expect(await sourceOf({ ...report, evidence: [] })).toEqual(['https://ogp.example/GE0099']);
  });

  it('has headings in order', async () => {
    const text = await pageOf({
      commitments: [commitmentRow('c', { sdgs: ['sdg-16'] }), commitmentRow('d', { sdgs: ['sdg-16'] })],
      milestones: [milestoneRow('m', { commitment_id: 'c' })],
    });
    const levels = [...text.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    levels.slice(1).forEach((level, index) => expect(level - levels[index]!).toBeLessThanOrEqual(1));
  });
});

it('finds the commitments nearest to one by agency, goals and values', async () => {
  const overview = await exampleOverview({
    commitments: [
      commitmentRow('c', { lead_agency_ids: ['city'], ogp_values: ['transparency'] }),
      commitmentRow('value', { ogp_values: ['transparency'] }),
      commitmentRow('agency', { lead_agency_ids: ['city'] }),
      commitmentRow('stranger', { sdgs: ['sdg-1'] }),
    ],
  });
  const related = relatedTo(overview.commitmentById.get('c')!, overview);
  expect(related.map(({ id }) => id)).toEqual(['agency', 'value']);
});
