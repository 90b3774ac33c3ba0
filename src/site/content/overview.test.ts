import fc from 'fast-check';
import {
  commitmentRow,
  exampleApi,
  exampleOverview,
  exampleVersion,
  milestoneRow,
  reportRow,
  type ExampleChange,
  type ExampleRows,
} from './example-overview';
import type { Overview } from './overview';
import { newOverviewReader } from './overview-reader';
import { ALL_PLANS } from './progress-index';
import type { Row } from './records';

const idsOf = (items: readonly { id: string }[] = []): string[] => items.map(({ id }) => id);

/** Everything pages take from an overview. */
function seen(overview: Overview) {
  const keys = ['', 'p0', 'p1', 'p2', 'o0', 'o1', 'c0', 'c1', 'c2', 'c3', 'c4', 'm0', 'm1', 'm2'];
  const by = (take: (key: string) => unknown) => keys.map((key) => take(key) ?? null);
  return {
    commitments: overview.commitments,
    choices: Object.entries(overview.choices).map(([name, counter]) => [
      name,
      [...(counter as { counts(): ReadonlyMap<string, number> }).counts()].sort(),
    ]),
    late: [idsOf(overview.lateCommitments), idsOf(overview.lateMilestones), idsOf(overview.dueMilestones)],
    tallies: by((key) => {
      const { commitments, milestones, overdue } = overview.tallyOf(key);
      return [[...commitments].sort(), [...milestones].sort(), [...overdue].sort()];
    }),
    lists: by((key) =>
      [
        overview.commitmentsOf,
        overview.milestonesOf,
        overview.ledBy,
        overview.partneredBy,
        overview.withTheme,
        overview.responsibilitiesOf,
        overview.milestonePartnershipsOf,
        overview.reportsOf,
        overview.reportsUnder,
      ].map((list) => idsOf(list.get(key) as readonly { id: string }[] | undefined)),
    ),
    found: by((key) => [
      overview.commitmentById.get(key),
      overview.commitmentBySlug.get(`slug-${key}`)?.id,
      overview.milestoneById.get(key),
    ]),
    leads: [...overview.leadIds].sort(),
    years: [...overview.years].sort(),
    overdue: [...overview.overdueByAgency].sort(),
    plans: idsOf(overview.plans),
    progress: [ALL_PLANS, '', 'p0', 'p1', 'p2'].map((key) =>
      [...overview.progressOf(key)].map(([month, counts]) => [month, ...[...counts].sort()].join()).sort(),
    ),
  };
}

describe('the overview of what is published', () => {
  it('lists commitments by plan, order and code, the latest plan first', async () => {
    const { commitments } = await exampleOverview({
      'action-plans': [
        { id: 'old', slug: 'old', start_date: '2018-01-01' },
        { id: 'new', slug: 'new', start_date: '2024-01-01' },
      ],
      commitments: [
        commitmentRow('none'),
        commitmentRow('b', { action_plan_id: 'old', code: '2.10' }),
        commitmentRow('a', { action_plan_id: 'old', code: '2.9' }),
        commitmentRow('second', { action_plan_id: 'new', order: 2 }),
        commitmentRow('first', { action_plan_id: 'new', order: 1 }),
      ],
    });
    expect(idsOf(commitments)).toEqual(['first', 'second', 'a', 'b', 'none']);
  });

  it('knows the milestones of a commitment in their order', async () => {
    const { milestonesOf } = await exampleOverview({
      milestones: [
        milestoneRow('z', { commitment_id: 'c', order: 10 }),
        milestoneRow('y', { commitment_id: 'c', order: 9 }),
        milestoneRow('x', { commitment_id: 'd' }),
      ],
    });
    expect(idsOf(milestonesOf.get('c'))).toEqual(['y', 'z']);
    expect(milestonesOf.get('none')).toBeUndefined();
  });

  it('has the reports on the commitments of a plan and of a lead agency, the latest first', async () => {
    const { reportsOf, reportsUnder } = await exampleOverview({
      commitments: [commitmentRow('a', { action_plan_id: 'p', lead_agency_ids: ['o'] }), commitmentRow('b')],
      'progress-reports': [
        reportRow('undated', { commitment_id: 'a' }),
        reportRow('old', { commitment_id: 'a', published_on: '2020-01-01' }),
        reportRow('new', {
          commitment_id: 'a',
          published_on: '2021-01-01',
          period_kind: 'annual',
          period_year: 2020,
          ratings: ['completion:limited:Limited: partly', 'verifiability::High'],
        }),
        reportRow('elsewhere', { commitment_id: 'b' }),
      ],
    });
    for (const key of ['p', 'o']) expect(idsOf(reportsUnder.get(key))).toEqual(['new', 'old', 'undated']);
    expect(idsOf(reportsOf.get('b'))).toEqual(['elsewhere']);
    expect(reportsOf.get('a')?.[0]).toMatchObject({
      period: { kind: 'annual', year: 2020, start: null, end: null },
      ratings: [
        { scheme: 'completion', code: 'limited', value: 'Limited: partly' },
        { scheme: 'verifiability', code: null, value: 'High' },
      ],
    });
  });

  it('tells which commitments an update concerns: by themselves, their milestones, reports, or what all name', async () => {
    const rows: ExampleRows = {
      commitments: ['a', 'b', 'c'].map((id) => commitmentRow(id)),
      milestones: [milestoneRow('m', { commitment_id: 'a' })],
      'progress-reports': [reportRow('r', { commitment_id: 'c' })],
    };
    const reader = newOverviewReader();
    const changes: ExampleChange[] = [];
    await reader.update(exampleApi(rows), exampleVersion(0));
    const { overview } = reader.present!;
    const revisions = () => ['a', 'b', 'c'].map((id) => overview.revisionOf(id));
    /** The commitments whose revision is another one after a change. */
    const changedBy = async (changed: ExampleRows, dataset: string, id: string): Promise<string[]> => {
      Object.assign(rows, changed);
      changes.push({ dataset, id });
      const before = revisions();
      await reader.update(exampleApi(rows, changes), exampleVersion(changes.length));
      return ['a', 'b', 'c'].filter((_, index) => revisions()[index] !== before[index]);
    };
    expect(await changedBy({}, 'commitments', 'b')).toEqual(['b']);
    const moved = [milestoneRow('m', { commitment_id: 'b' })];
    expect(await changedBy({ milestones: moved }, 'milestones', 'm')).toEqual(['a', 'b']);
    expect(await changedBy({ milestones: [] }, 'milestones', 'm')).toEqual(['b']);
    expect(await changedBy({}, 'progress-reports', 'r')).toEqual(['c']);
    expect(await changedBy({}, 'partners', 'o')).toEqual(['a', 'b', 'c']);
    const other = newOverviewReader();
    await other.update(exampleApi(rows), exampleVersion(0));
    expect(other.present?.overview.revisionOf('a')).not.toBe(revisions()[0]);
  });

  it('asks only for what the change feed names', async () => {
    const rows = {
      commitments: [commitmentRow('a'), commitmentRow('other')],
      milestones: [
        milestoneRow('m', { commitment_id: 'a' }),
        milestoneRow('far', { commitment_id: 'other' }),
      ],
    };
    const reader = newOverviewReader();
    const asked: string[] = [];
    const noting =
      (api: ReturnType<typeof exampleApi>): ReturnType<typeof exampleApi> =>
      (path, etag) => {
        asked.push(path.replace(/\?fields=[^&]*/, '?').replace('/api/open-data/', ''));
        return api(path, etag);
      };
    await reader.update(noting(exampleApi(rows)), exampleVersion(0));
    // The charts have no use for those of milestones, which are four times as many.
    expect(asked).toContain('status-history.ndjson?&filters[dataset][$in]=commitments');
    asked.length = 0;
    const changed = {
      commitments: rows.commitments,
      milestones: [
        milestoneRow('m', { commitment_id: 'a', title_en: 'changed' }),
        milestoneRow('far', { commitment_id: 'other', title_en: 'not asked for' }),
      ],
    };
    const api = exampleApi(changed, [{ dataset: 'milestones', id: 'm' }]);
    await reader.update(noting(api), exampleVersion(1));
    const { overview, version } = reader.present!;
    expect(version.lastChange).toBe(1);
    expect(overview.milestonesOf.get('a')?.[0]?.title).toMatchObject({ en: 'changed' });
    expect(overview.milestoneById.get('far')?.title).toMatchObject({ en: 'far in English' });
    expect(asked).toEqual(['changes.ndjson?since=0&limit=10000', 'milestones.ndjson?&filters[id][$in]=m']);
  });

  it('reads everything again on another day, and where the log has fewer changes than before', async () => {
    const reader = newOverviewReader();
    const late = (overdue: boolean) => ({ commitments: [commitmentRow('a', { overdue })] });
    await reader.update(exampleApi(late(false)), exampleVersion(5, '2026-01-01'));
    await reader.update(exampleApi(late(true)), exampleVersion(5, '2026-01-02'));
    expect(idsOf(reader.present!.overview.lateCommitments)).toEqual(['a']);
    await reader.update(exampleApi({}), exampleVersion(3, '2026-01-02'));
    expect(reader.present!.overview.commitments).toEqual([]);
  });

  it('stays as it was where reading a change fails', async () => {
    const rows = { commitments: [commitmentRow('a')] };
    const reader = newOverviewReader();
    await reader.update(exampleApi(rows), exampleVersion(0));
    const broken = () => Promise.reject(new Error('no answer'));
    await expect(reader.update(broken, exampleVersion(1))).rejects.toThrow('no answer');
    expect(idsOf(reader.present!.overview.commitments)).toEqual(['a']);
    expect(reader.present!.version.lastChange).toBe(0);
    const api = exampleApi({}, [{ dataset: 'commitments', id: 'a' }]);
    await reader.update(api, exampleVersion(1));
    expect(reader.present!.overview.commitments).toEqual([]);
  });

  it('is after any changes what it would be if it were read again', async () => {
    const id = (letter: string, most: number) =>
      fc.nat({ max: most - 1 }).map((number) => `${letter}${number}`);
    const order = fc.option(fc.integer({ min: 1, max: 4 }));
    const end = fc.option(fc.constantFrom('2024-01-01', '2025-06-30', '2026-12-31'));
    const status = fc.constantFrom(null, 'completed', 'in-progress', 'withdrawn');
    const organisations = fc.uniqueArray(id('o', 2));
    const commitment = fc
      .tuple(
        id('c', 5),
        fc.option(id('p', 3)),
        order,
        end,
        status,
        fc.boolean(),
        organisations,
        organisations,
      )
      .map(([key, plan, number, date, state, overdue, leads, partners]) =>
        commitmentRow(key, {
          slug: `slug-${key}`,
          action_plan_id: plan,
          order: number,
          start_date: date && '2023-05-01',
          end_date: date,
          end_precision: date && 'day',
          implementation_status: state,
          overdue,
          lead_agency_ids: leads,
          partner_ids: partners,
          ogp_values: partners,
        }),
      );
    const milestone = fc
      .tuple(id('m', 3), fc.option(id('c', 5)), order, end, status, fc.boolean(), organisations)
      .map(([key, parent, number, date, state, overdue, responsible]) =>
        milestoneRow(key, {
          commitment_id: parent,
          order: number,
          end_date: date,
          end_precision: date && 'day',
          implementation_status: state,
          overdue,
          responsible_agency_ids: responsible,
        }),
      );
    const report = fc
      .tuple(id('r', 3), fc.option(id('c', 5)), end)
      .map(([key, about, day]) => reportRow(key, { commitment_id: about, published_on: day }));
    const plan = fc
      .tuple(id('p', 3), end)
      .map(([key, date]): Row => ({ id: key, slug: key, start_date: date, end_date: date }));
    const move = fc
      .tuple(id('h', 6), id('c', 5), fc.integer({ min: 1, max: 4 }), status, fc.option(end))
      .map(([key, about, version, state, date]): Row => ({
        id: key,
        dataset: 'commitments',
        record_id: about,
        version,
        to_status: state ?? 'not-started',
        changed_at: '2026-01-01T00:00:00Z',
        as_of: date,
        as_of_precision: date && 'month',
      }));
    const write = fc.oneof(
      fc.record({ dataset: fc.constant('status-history'), row: move, isGone: fc.constant(false) }),
      fc.record({ dataset: fc.constant('commitments'), row: commitment, isGone: fc.boolean() }),
      fc.record({ dataset: fc.constant('milestones'), row: milestone, isGone: fc.boolean() }),
      fc.record({ dataset: fc.constant('progress-reports'), row: report, isGone: fc.boolean() }),
      fc.record({ dataset: fc.constant('action-plans'), row: plan, isGone: fc.boolean() }),
    );
    const rounds = fc.array(fc.array(write, { minLength: 1, maxLength: 6 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(rounds, async (all) => {
        let rows: ExampleRows = {};
        const changes: ExampleChange[] = [];
        const reader = newOverviewReader();
        await reader.update(exampleApi(rows), exampleVersion(0));
        for (const writes of all) {
          for (const { dataset, row, isGone } of writes) {
            const isMove = dataset === 'status-history';
            // A change of status is never changed itself.
            if (isMove && (rows[dataset] ?? []).some((one) => one.id === row.id)) continue;
            const others = (rows[dataset] ?? []).filter((one) => one.id !== row.id);
            rows = { ...rows, [dataset]: isGone ? others : [...others, row] };
            changes.push(
              isMove
                ? { dataset: 'commitments', id: String(row.record_id) }
                : { dataset, id: String(row.id) },
            );
          }
          await reader.update(exampleApi(rows, changes), exampleVersion(changes.length));
          expect(seen(reader.present!.overview)).toEqual(seen(await exampleOverview(rows)));
        }
      }),
      { numRuns: 150 },
    );
  });
});
