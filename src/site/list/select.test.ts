import type { Overview } from '../content/overview';
import { commitmentRow, exampleOverview, milestoneRow } from '../content/example-overview';
import { downloadParameters, MAX_IDS } from './downloads';
import { readListQuery } from './list-query';
import { PAGE_SIZE, selectCommitments } from './select';

const select = (overview: Overview, query: Record<string, string>) =>
  selectCommitments(overview, readListQuery(query), 'ka');
const found = (overview: Overview, query: Record<string, string>): string[] =>
  select(overview, query).found.map(({ id }) => id);

describe('the commitments of a list', () => {
  let overview: Overview;
  beforeAll(async () => {
    overview = await exampleOverview({
      'action-plans': [{ id: 'plan-id', slug: 'plan', start_date: '2018-01-01' }],
      partners: [{ id: 'city-id', slug: 'city', name_ka: 'მერია', name_en: 'City Hall' }],
      commitments: [
        commitmentRow('a', {
          code: '2.1',
          title_ka: 'ღია მონაცემები',
          title_en: null,
          action_plan_id: 'plan-id',
          implementation_status: 'completed',
          assessment: 'fully-implemented',
          lead_agency_ids: ['city-id'],
          ogp_values: ['transparency', 'accountability'],
          sdgs: ['sdg-16'],
          start_date: '2018-10-01',
          end_date: '2019-06-01',
          updated_at: '2026-02-01T00:00:00Z',
        }),
        commitmentRow('b', { code: '2.2', overdue: true, start_date: '2020-01-01', end_date: '2020-01-01' }),
        commitmentRow('c', {
          code: '2.3',
          title_en: 'An earlier title',
          implementation_status: 'delayed',
          partner_ids: ['city-id'],
          themes: ['policy-area:health', 'sdg:sdg-3'],
          progress_percent: 50,
        }),
      ],
      milestones: [
        milestoneRow('m1', { commitment_id: 'b', implementation_status: 'completed' }),
        milestoneRow('m2', { commitment_id: 'b', implementation_status: 'delayed' }),
        milestoneRow('m3', { commitment_id: 'a', implementation_status: 'completed' }),
      ],
    });
  });

  it.each([
    [{}, ['a', 'b', 'c']],
    [{ plan: 'plan' }, ['a']],
    [{ plan: 'unknown' }, []],
    [{ status: 'completed' }, ['a']],
    [{ assessment: 'fully-implemented' }, ['a']],
    [{ agency: 'city' }, ['a']],
    [{ agency: 'city-id' }, []],
    [{ agency: 'City Hall' }, ['a']],
    [{ agency: 'მერია' }, ['a']],
    [{ agency: 'hall' }, ['a']],
    [{ agency: 'nobody' }, []],
    [{ partner: 'city' }, ['c']],
    [{ area: 'health' }, ['c']],
    [{ area: 'sdg-3' }, []],
    [{ percent: '50' }, ['c']],
    [{ percent: '75' }, []],
    [{ percent: '51' }, ['a', 'b', 'c']],
    [{ ogp: 'accountability' }, ['a']],
    [{ sdg: 'sdg-16' }, ['a']],
    [{ year: '2019' }, ['a']],
    [{ year: '2018' }, ['a']],
    [{ year: '2020' }, ['b']],
    [{ year: '2021' }, []],
    [{ overdue: 'true' }, ['b']],
    [{ overdue: 'false' }, ['a', 'c']],
    [{ overdue: 'false', status: 'delayed' }, ['c']],
    [{ q: 'ᲦᲘᲐ' }, ['a']],
    [{ q: 'earlier' }, ['c']],
    [{ q: 'HALL city' }, ['a']],
    [{ q: '2.3' }, ['c']],
    [{ q: 'nowhere' }, []],
  ] as [Record<string, string>, string[]][])('that match %j are %j', (query, ids) => {
    expect(found(overview, query)).toEqual(ids);
  });

  it.each([
    ['end', ['a', 'b', 'c']],
    ['-end', ['b', 'a', 'c']],
    ['-updated', ['a', 'b', 'c']],
    ['progress', ['a', 'b', 'c']],
  ])('by %s are sorted as %j, what is not known last', (sort, ids) => {
    expect(found(overview, { sort })).toEqual(ids);
  });

  it('come by pages, and there is always a last one', async () => {
    const many = await exampleOverview({
      commitments: Array.from({ length: PAGE_SIZE + 1 }, (_, index) => commitmentRow(`c${index}`)),
    });
    expect(select(many, {}).shown).toHaveLength(PAGE_SIZE);
    expect(select(many, { page: '99' })).toMatchObject({ page: 2, pageCount: 2 });
    expect(select(many, { page: '99' }).shown).toHaveLength(1);
    expect(select(many, { q: 'nowhere' })).toMatchObject({ page: 1, pageCount: 1 });
  });

  it('can be downloaded by the same filters, and a search by its ids', () => {
    const parameters = (query: Record<string, string>) => {
      const text = downloadParameters(readListQuery(query), select(overview, query).found, overview);
      return text === null ? null : Object.fromEntries(new URLSearchParams(text));
    };
    expect(parameters({})).toEqual({});
    expect(parameters({ agency: 'city', year: '2019' })).toEqual({
      'filters[lead_agency_ids][$eq]': 'city-id',
      'filters[start_date][$lte]': '2019-12-31',
      'filters[end_date][$gte]': '2019-01-01',
    });
    expect(parameters({ q: 'earlier' })).toEqual({ 'filters[id][$in]': 'c' });
    expect(parameters({ q: 'nowhere' })).toBeNull();
  });

  it('cannot be downloaded where a search finds more than an address can name', async () => {
    const many = await exampleOverview({
      commitments: Array.from({ length: MAX_IDS + 1 }, (_, index) => commitmentRow(`c${index}`)),
    });
    const query = readListQuery({ q: 'English' });
    expect(downloadParameters(query, selectCommitments(many, query, 'en').found, many)).toBeNull();
  });
});
