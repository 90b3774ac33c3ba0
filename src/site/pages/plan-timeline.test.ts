import { gzipSync } from 'node:zlib';
import {
  commitmentRow,
  exampleApi,
  exampleOverview,
  milestoneRow,
  reportRow,
  type ExampleRows,
} from '../content/example-overview';
import { readPlanHistory } from '../content/plan-history';
import type { Row } from '../content/records';
import { loadHtmlTree } from '../html/html-tree';
import type { Language } from '../languages';
import { readPlanQuery } from '../list/plan-query';
import { exampleFrame } from './example-frame';
import { layout } from './layout';
import { planPage } from './plan';
import { onTimeline, planTimeline } from './plan-timeline';

const MAX_BYTES = 60_000;

const times = (start: string, end: string): Row => ({
  start_date: start,
  start_precision: 'month',
  end_date: end,
  end_precision: 'month',
});
const move = (about: string, version: number, status: string, day: string): Row => ({
  id: `${about}-${version}`,
  dataset: 'commitments',
  record_id: about,
  version,
  to_status: status,
  changed_at: '2026-01-01T00:00:00Z',
  as_of: day,
  as_of_precision: 'day',
});
const planRow = {
  id: 'p',
  slug: 'plan',
  title_en: 'A plan',
  title_ka: 'გეგმა',
  ...times('2024-01-01', '2026-12-01'),
};

/** What the timeline of a plan needs, and the whole page. */
async function pagesOf(rows: ExampleRows, query: Record<string, string> = {}, language: Language = 'en') {
  const all = { 'action-plans': [planRow], ...rows };
  const overview = await exampleOverview(all);
  const frame = exampleFrame(overview, language, '/plans/plan');
  const plan = overview.planBySlug.get('plan')!;
  const read = readPlanQuery(query);
  const api = exampleApi(all);
  const asked: string[] = [];
  const ask = async (path: string): Promise<unknown> => {
    asked.push(path);
    return (await api(path, null))!.body;
  };
  const history = await readPlanHistory(ask, onTimeline({ plan, query: read }, overview));
  const content = { plan, slug: 'plan', query: read, changes: [], history };
  return {
    asked,
    timeline: `${planTimeline(content, frame)}`,
    page: () => layout(planPage(content, frame), frame),
  };
}

const rowsIn = (timeline: string): string[] =>
  timeline
    .split(/<\/?tbody>/)[1]!
    .replace(/<\/?time[^>]*>/g, '')
    .split('</tr>')
    .map((row) =>
      row
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(Boolean);

const number = (timeline: string, style: string): number =>
  timeline.split('class="legend"')[0]!.split(`class="${style}"`).length - 1;

beforeAll(loadHtmlTree);

describe('the timeline of a plan', () => {
  const rows: ExampleRows = {
    commitments: [
      commitmentRow('calm', { action_plan_id: 'p', code: '1', ...times('2024-01-01', '2026-12-01') }),
      commitmentRow('late', {
        action_plan_id: 'p',
        code: '2',
        overdue: true,
        ...times('2024-01-01', '2025-03-01'),
      }),
    ],
    milestones: [
      milestoneRow('done', {
        commitment_id: 'calm',
        implementation_status: 'completed',
        ...times('2024-01-01', '2024-06-01'),
      }),
      milestoneRow('missed', { commitment_id: 'late', overdue: true, ...times('2024-01-01', '2024-09-01') }),
      ...Array.from({ length: 6 }, (_, index) =>
        milestoneRow(`next-${index}`, { commitment_id: 'late', ...times('2026-01-01', '2026-12-01') }),
      ),
    ],
    'progress-reports': [
      reportRow('r', {
        commitment_id: 'calm',
        published_on: '2025-01-15',
        implementation_status: 'in-progress',
        assessment: 'mostly-implemented',
      }),
    ],
    'status-history': [
      ...[1, 2, 3, 4].map((version) => move('calm', version, 'in-progress', `2024-0${version}-10`)),
      move('done', 1, 'completed', '2024-07-20'),
    ],
  };

  it('has the plan, then what is overdue, with changes, reports and milestones planned and actual', async () => {
    const { timeline, asked } = await pagesOf(rows);
    const [plan = '', late = '', calm = ''] = rowsIn(timeline);
    expect(plan).toMatch(/^The whole plan January 2024 – December 2026/);
    expect(late).toMatch(/^2 late in English .*missed in English Due: September 2024; .*Overdue/);
    expect(late).toContain('2 more milestones');
    expect(calm).toContain('done in English Due: June 2024; Completed: 20 July 2024');
    expect(calm).toContain('In progress, Mostly implemented: 15 January 2025');
    expect(
      [1, 2, 3, 4].map((month) =>
        calm.includes(`In progress: 10 ${['', 'January', 'February', 'March', 'April'][month]} 2024`),
      ),
    ).toEqual([false, true, true, true]);
    expect(number(timeline, 'event past-due')).toBe(1);
    expect(number(timeline, 'event open')).toBe(5);
    expect(number(timeline, 'event')).toBe(3 + 1 + 1);
    expect(timeline).not.toContain('style=');
    expect(asked).toHaveLength(1);
  });

  it('is below the commitments however they are arranged, and has links to what is not on it', async () => {
    const many = {
      commitments: Array.from({ length: 36 }, (_, index) =>
        commitmentRow(`c${index}`, { action_plan_id: 'p', ...times('2024-01-01', '2025-01-01') }),
      ),
    };
    const first = await pagesOf(many, { group: 'theme' });
    expect(rowsIn(first.timeline)).toHaveLength(21);
    expect(first.timeline).toContain('href="/plans/plan?group=theme&amp;timeline=2&amp;locale=en#timeline"');
    expect(`${first.page()}`).toContain('id="timeline"');
    expect(rowsIn((await pagesOf(many, { timeline: '2' })).timeline)).toHaveLength(17);
  });

  it.each(['ka', 'en'] as const)(
    'leaves the page of 2,000 commitments below 60 kB packed, with titles of 600 letters: %s',
    async (language) => {
      const letters = language === 'ka' ? 'აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ' : 'abcdefghijklmnopqrstuvwxyz';
      let seed = 7;
      const random = (most: number): number => (seed = (seed * 48_271) % 2_147_483_647) % most;
      const words = Array.from({ length: 400 }, () =>
        Array.from({ length: 3 + random(10) }, () => letters[random(letters.length)]).join(''),
      );
      const title = (length: number): string => {
        let text = '';
        while (text.length < length) text += `${words[random(words.length)]} `;
        return text;
      };
      const ids = Array.from({ length: 2_000 }, (_, index) => `c${index}`);
      const shown = ids.slice(0, 60);
      const large: ExampleRows = {
        commitments: ids.map((id, index) =>
          commitmentRow(id, {
            action_plan_id: 'p',
            code: `${index}`,
            [`title_${language}`]: title(200),
            overdue: index < 60,
            ...times('2024-01-01', '2025-01-01'),
          }),
        ),
        milestones: shown.flatMap((id) =>
          Array.from({ length: 8 }, (_, index) =>
            milestoneRow(`${id}-m${index}`, {
              commitment_id: id,
              [`title_${language}`]: title(600),
              overdue: index < 3,
              implementation_status: index === 4 ? 'completed' : 'in-progress',
              ...times('2024-01-01', `2025-0${index + 1}-01`),
            }),
          ),
        ),
        'progress-reports': shown.flatMap((id) =>
          Array.from({ length: 5 }, (_, index) =>
            reportRow(`${id}-r${index}`, {
              commitment_id: id,
              assessment: 'mostly-implemented',
              published_on: `2025-0${index + 1}-11`,
            }),
          ),
        ),
        'status-history': shown.flatMap((id) =>
          [1, 2, 3, 4].map((version) => move(id, version, 'delayed', `2025-0${version}-12`)),
        ),
      };
      const { page } = await pagesOf(large, {}, language);
      expect(gzipSync(`${page()}`).length).toBeLessThan(MAX_BYTES);
    },
  );
});
