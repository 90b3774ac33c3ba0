import fc from 'fast-check';
import { commitmentRow, exampleOverview } from '../content/example-overview';
import { facetsOf } from './facets';
import { FILTERS, readListQuery, type FilterName } from './list-query';
import { selectCommitments } from './select';

/** Values that choose a part of the example each. */
const CHOICES: Readonly<Partial<Record<FilterName, readonly string[]>>> = {
  plan: ['p0', 'p1'],
  status: ['completed', 'delayed'],
  agency: ['o0', 'o1'],
  partner: ['o0'],
  area: ['health'],
  ogp: ['transparency', 'inclusion'],
  year: ['2019', '2020'],
  percent: ['25', '50'],
  overdue: ['true', 'false'],
};

const row = fc.record({
  action_plan_id: fc.constantFrom('p0', 'p1', null),
  implementation_status: fc.constantFrom('completed', 'delayed', null),
  lead_agency_ids: fc.subarray(['o0', 'o1']),
  partner_ids: fc.subarray(['o0']),
  themes: fc.subarray(['policy-area:health']),
  ogp_values: fc.subarray(['transparency', 'inclusion']),
  progress_percent: fc.constantFrom(null, 10, 30, 100),
  overdue: fc.boolean(),
  start_date: fc.constantFrom('2018-01-01', '2019-06-01'),
  end_date: fc.constantFrom('2019-12-31', '2020-01-01', null),
});
const chosen = fc.record(
  Object.fromEntries(Object.entries(CHOICES).map(([name, values]) => [name, fc.constantFrom(...values)])),
  { requiredKeys: [] },
);

describe('the numbers beside the choices of a filter', () => {
  it('are those of the list that the choice would show', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), chosen, async (rows, parameters) => {
        const overview = await exampleOverview({
          'action-plans': ['p0', 'p1'].map((id) => ({ id, slug: id })),
          partners: ['o0', 'o1'].map((id) => ({ id, slug: id, name_en: `Name of ${id}` })),
          commitments: rows.map((one, index) => commitmentRow(`c${index}`, one)),
        });
        const query = readListQuery(parameters);
        const facets = facetsOf(overview, query);
        for (const name of FILTERS) {
          for (const value of CHOICES[name] ?? []) {
            const filters = { ...query.filters, [name]: value };
            const { found } = selectCommitments(overview, { ...query, filters }, 'en');
            expect([name, value, facets[name].get(value) ?? 0]).toEqual([name, value, found.length]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('count what the search has found', async () => {
    const overview = await exampleOverview({
      commitments: [
        commitmentRow('a', { title_en: 'Open budgets', implementation_status: 'completed' }),
        commitmentRow('b', { title_en: 'Open data', implementation_status: 'completed' }),
      ],
    });
    expect(facetsOf(overview, readListQuery({ q: 'budgets' })).status.get('completed')).toBe(1);
  });
});
