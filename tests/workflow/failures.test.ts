import path from 'node:path';
import { createFullAccessToken } from '../support/accounts';
import { failStatements, type Failure } from '../support/failing-statements';
import { hostRequire } from '../support/host';
import { makeCommitment, makeMilestone } from '../support/milestones';
import { ROOT } from '../support/processes';
import { bootTracker, type Tracker } from '../support/tracker';

const MILESTONE = 'api::milestone.milestone';
const COMMITMENT = 'api::commitment.commitment';
const TABLES = {
  states: 'accountability_workflow_states',
  history: 'accountability_status_changes',
  changes: 'accountability_changes',
  milestones: 'milestones',
};
const COMPLETE = {
  transition: 'complete',
  reason: 'All of it is there',
  fields: { assessment: 'fully-implemented', result: { ka: 'შედეგი', en: 'Done' } },
};

/** The engine completes what is declared: the guards it asks are its own. */
const REGISTRY = path.join(ROOT, 'src/plugins/accountability/dist/server/src/workflow/registry.js');
interface RegistryModule {
  workflowConfig(strapi: Tracker['strapi']): {
    guards: ReadonlyMap<string, { holds: (facts: unknown) => boolean }>;
  };
}

describe('a move of which a part fails', () => {
  let tracker: Tracker;
  let token: string;
  const announced: unknown[] = [];

  beforeAll(async () => {
    tracker = await bootTracker({ env: { COMPLETION_NEEDS_MILESTONES: 'true' } });
    token = await createFullAccessToken(tracker);
    tracker.strapi.eventHub.on('accountability.transition', async (event: unknown) => {
      announced.push(event);
    });
    // Strapi logs each of the failures that are made here.
    tracker.strapi.log.silent = true;
  });
  afterAll(() => tracker.close());

  const send = (documentId: string, body: object, contentType = MILESTONE) =>
    tracker.request
      .post('/api/accountability/transitions')
      .set('Authorization', `Bearer ${token}`)
      .send({ contentType, documentId, workflow: 'implementation', ...body });
  /** Every row a move can touch, as it is. */
  const everything = async () => {
    const { connection } = tracker.strapi.db;
    const tables = [...Object.values(TABLES), 'commitments'];
    const rows: unknown[] = [];
    for (const table of tables) rows.push(await connection(table).select().orderBy('id'));
    return JSON.stringify(rows);
  };
  /** In progress, published, with a draft in Georgian that holds a change which is not published. */
  const inProgress = async () => {
    const documentId = await makeMilestone(tracker);
    await send(documentId, { transition: 'start' }).expect(200);
    await tracker.strapi
      .documents(MILESTONE)
      .update({ documentId, locale: 'ka', data: { title: 'Changed' } } as never);
    return documentId;
  };
  const expectNothing = async (documentId: string, body: object, contentType?: string) => {
    announced.length = 0;
    const before = await everything();
    const { status, body: answer } = await send(documentId, body, contentType);
    expect(status).toBe(500);
    expect(JSON.stringify(answer)).not.toContain('injected');
    expect(await everything()).toBe(before);
    expect(announced).toEqual([]);
  };

  const steps: [string, Failure][] = [
    ['the state', { table: TABLES.states, on: 'UPDATE' }],
    ['the mirror', { table: TABLES.milestones, on: 'UPDATE', column: 'implementation_status' }],
    ['a field of all languages', { table: TABLES.milestones, on: 'UPDATE', column: 'assessment' }],
    ['a field of one language', { table: TABLES.milestones, on: 'UPDATE', column: 'result' }],
    [
      'a field of the second language only',
      { table: TABLES.milestones, on: 'UPDATE', column: 'result', when: "NEW.locale = 'en'" },
    ],
    [
      'the mark of unpublished changes',
      {
        table: TABLES.milestones,
        on: 'UPDATE',
        column: 'updated_at',
        when: 'OLD.implementation_status = NEW.implementation_status',
      },
    ],
    ['the history', { table: TABLES.history, on: 'INSERT' }],
    ['the change log', { table: TABLES.changes, on: 'INSERT' }],
    ['the commit', { table: TABLES.changes, on: 'INSERT', at: 'commit' }],
  ];

  it.each(steps)('leaves nothing behind: %s', async (_step, failure) => {
    const documentId = await inProgress();
    const restore = await failStatements(tracker, failure);
    try {
      await expectNothing(documentId, COMPLETE);
    } finally {
      await restore();
    }
    await send(documentId, { ...COMPLETE, version: 1 }).expect(200);
    expect(announced).toHaveLength(1);
  });

  it('leaves nothing behind: the state of a document that was never moved', async () => {
    const documentId = await makeMilestone(tracker);
    const restore = await failStatements(tracker, { table: TABLES.states, on: 'INSERT' });
    try {
      await expectNothing(documentId, { transition: 'start' });
    } finally {
      await restore();
    }
    await send(documentId, { transition: 'start', version: 0 }).expect(200);
  });

  it('is reported as well when it is an ordinary write whose commit fails', async () => {
    const documentId = await makeMilestone(tracker);
    const restore = await failStatements(tracker, { table: TABLES.milestones, on: 'UPDATE', at: 'commit' });
    const update = () =>
      tracker.request
        .put(`/api/milestones/${documentId}?locale=ka`)
        .set('Authorization', `Bearer ${token}`)
        .send({ data: { title: 'Lost' } });
    const before = await everything();
    try {
      await update().expect(500);
    } finally {
      await restore();
    }
    expect(await everything()).toBe(before);
    await update().expect(200);
  });

  it('leaves nothing behind: a guard that throws', async () => {
    const documentId = await makeCommitment(tracker, { published: false });
    await send(documentId, { transition: 'start' }, COMMITMENT).expect(200);
    const { workflowConfig } = hostRequire(REGISTRY) as RegistryModule;
    const guard = workflowConfig(tracker.strapi).guards.get('allMilestonesTerminal')!;
    const { holds } = guard;
    guard.holds = () => {
      throw new Error('injected failure');
    };
    try {
      await expectNothing(documentId, COMPLETE, COMMITMENT);
    } finally {
      guard.holds = holds;
    }
    await send(documentId, { ...COMPLETE, version: 1 }, COMMITMENT).expect(200);
  });

  it('is kept when a listener fails', async () => {
    const documentId = await makeMilestone(tracker);
    const fail = async () => {
      throw new Error('injected failure');
    };
    const forget = tracker.strapi.eventHub.on('accountability.transition', fail);
    try {
      await send(documentId, { transition: 'start' }).expect(200);
    } finally {
      forget();
    }
    await send(documentId, { transition: 'suspend', version: 1 }).expect(200);
  });

  it('agrees in every document afterwards', async () => {
    expect(await tracker.strapi.plugin('accountability').service('workflows').check()).toEqual([]);
  });
});
