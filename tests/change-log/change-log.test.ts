import { adminToken } from '../support/accounts';
import { hostDate } from '../support/host';
import { makeCommitment, makeMilestone, parentOfMilestones } from '../support/milestones';
import { bootTracker, type Tracker } from '../support/tracker';

const ACTION_PLAN = 'api::action-plan.action-plan';
const COMMITMENT = 'api::commitment.commitment';
const MILESTONE = 'api::milestone.milestone';
const PARTNER = 'api::partner.partner';
const THEME = 'api::theme.theme';
const CHANGE = 'plugin::accountability.change';

interface ChangeRow {
  id: number;
  subjectType: string;
  subjectId: string;
  kind: string;
  at: string;
}

describe('the change log', () => {
  let tracker: Tracker;
  beforeAll(async () => {
    tracker = await bootTracker({ isDamaged: 'rows are written past the change log' });
  });
  afterAll(() => tracker.close());

  const rowsAfter = (sequence: number): Promise<ChangeRow[]> =>
    tracker.strapi.db.query(CHANGE).findMany({ where: { id: { $gt: sequence } }, orderBy: { id: 'asc' } });
  const last = async (): Promise<number> => (await rowsAfter(0)).at(-1)?.id ?? 0;
  /** What was appended meanwhile, as `kind documentId`. */
  const appendedBy = async (work: () => Promise<unknown>): Promise<string[]> => {
    const before = await last();
    await work();
    return (await rowsAfter(before)).map(({ kind, subjectId }) => `${kind} ${subjectId}`);
  };
  const documents = (uid: string) => tracker.strapi.documents(uid as typeof MILESTONE);
  const write = (uid: string, action: string, params: object) =>
    (documents(uid) as unknown as Record<string, (params: object) => Promise<{ documentId: string }>>)[
      action
    ]!(params);
  const check = (): Promise<object[]> => tracker.strapi.plugin('accountability').service('changeLog').check();

  it('knows every public type from the first start on, and what was loaded then', async () => {
    const rows = await rowsAfter(0);
    const begun = rows.filter(({ kind }) => kind === 'baseline').map(({ subjectType }) => subjectType);
    expect(begun).toEqual(expect.arrayContaining([COMMITMENT, MILESTONE, PARTNER, THEME]));
    expect(begun).not.toContain('plugin::users-permissions.user');
    const themes = await tracker.strapi.db.query(THEME).findMany({ select: ['documentId'] });
    const logged = rows.filter(({ subjectType, kind }) => subjectType === THEME && kind === 'created');
    expect(logged.map(({ subjectId }) => subjectId).sort()).toEqual(
      [...new Set(themes.map(({ documentId }) => documentId as string))].sort(),
    );
    expect(await check()).toEqual([]);
  });

  it('has no trace of what never was public', async () => {
    let documentId = '';
    await parentOfMilestones(tracker);
    expect(
      await appendedBy(async () => {
        documentId = await makeMilestone(tracker, { published: false });
        await write(MILESTONE, 'update', { documentId, locale: 'ka', data: { title: 'სხვა' } });
        await write(MILESTONE, 'unpublish', { documentId, locale: '*' });
        await tracker.strapi
          .plugin('accountability')
          .service('workflows')
          .move({ contentType: MILESTONE, documentId, workflow: 'implementation', transition: 'start' });
        const copy = (await write(MILESTONE, 'clone', { documentId, locale: '*' })).documentId;
        await write(MILESTONE, 'delete', { documentId: copy, locale: '*' });
        await write(MILESTONE, 'delete', { documentId, locale: '*' });
        const comment = await write('api::comment.comment', 'create', {
          data: { authorName: 'Nino', body: 'Text' },
        });
        await write('api::comment.comment', 'delete', { documentId: comment.documentId });
      }),
    ).toEqual([]);
  });

  it('lists each public change of a document, in order', async () => {
    const documentId = await makeMilestone(tracker, { published: false });
    const steps: [string, string, object][] = [
      ['created', 'publish', { locale: 'ka' }],
      ['updated', 'publish', { locale: 'en' }],
      ['', 'update', { locale: 'ka', data: { title: 'მონახაზი' } }],
      ['', 'discardDraft', { locale: 'ka' }],
      ['updated', 'update', { locale: 'ka', data: { title: 'ახალი' }, status: 'published' }],
      ['updated', 'unpublish', { locale: 'en' }],
      ['', 'unpublish', { locale: 'en' }],
      ['', 'delete', { locale: 'en' }],
      ['unpublished', 'unpublish', { locale: '*' }],
      ['created', 'publish', { locale: '*' }],
      ['deleted', 'delete', { locale: '*' }],
    ];
    for (const [kind, action, params] of steps) {
      const appended = await appendedBy(() => write(MILESTONE, action, { documentId, ...params }));
      expect([action, appended]).toEqual([action, kind ? [`${kind} ${documentId}`] : []]);
    }
  });

  it('lists a move, and of each write to a type without drafts', async () => {
    const documentId = await makeMilestone(tracker);
    const move = { contentType: MILESTONE, documentId, workflow: 'implementation', transition: 'start' };
    expect(
      await appendedBy(() => tracker.strapi.plugin('accountability').service('workflows').move(move)),
    ).toEqual([`transition ${documentId}`]);
    const theme = { scheme: 'policy-area', code: 'health', name: 'ჯანდაცვა' };
    const made = await write(THEME, 'create', { locale: 'ka', data: theme });
    const id = made.documentId;
    expect(
      await appendedBy(async () => {
        await write(THEME, 'update', { documentId: id, locale: 'en', data: { name: 'Health' } });
        await write(THEME, 'update', { documentId: id, locale: 'en', data: { name: 'Health care' } });
        await write(THEME, 'delete', { documentId: id, locale: 'en' });
        await write(THEME, 'delete', { documentId: id, locale: '*' });
      }),
    ).toEqual([`updated ${id}`, `updated ${id}`, `updated ${id}`, `deleted ${id}`]);
  });

  it('lists documents whose exported rows gain or lose another one', async () => {
    const partner = (
      await write(PARTNER, 'create', { locale: 'ka', data: { name: 'სააგენტო' }, status: 'published' })
    ).documentId;
    const plan = (
      await write(ACTION_PLAN, 'create', {
        locale: 'ka',
        data: { title: 'გეგმა', scope: 'local' },
        status: 'published',
      })
    ).documentId;
    const commitment = await makeCommitment(tracker, { data: { actionPlan: plan } });
    const milestone = await makeMilestone(tracker, { data: { commitment, partners: [partner] } });
    const draft = await makeMilestone(tracker, { published: false, data: { partners: [partner] } });
    expect(
      await appendedBy(() =>
        write(ACTION_PLAN, 'update', {
          documentId: plan,
          locale: 'ka',
          data: { commitments: [] },
          status: 'published',
        }),
      ),
    ).toEqual([`updated ${plan}`, `updated ${commitment}`]);
    // A change of the name is reported by the revision, not document by document.
    expect(
      await appendedBy(() =>
        write(PARTNER, 'update', {
          documentId: partner,
          locale: 'ka',
          data: { name: 'უწყება' },
          status: 'published',
        }),
      ),
    ).toEqual([`updated ${partner}`]);
    const gone = await appendedBy(() => write(PARTNER, 'delete', { documentId: partner, locale: '*' }));
    expect(gone).toEqual([`deleted ${partner}`, `updated ${milestone}`]);
    expect(gone.join()).not.toContain(draft);
  });

  it('sees the bulk actions of the panel', async () => {
    const token = await adminToken(tracker);
    const ids = [await makeMilestone(tracker), await makeMilestone(tracker, { published: false })] as const;
    const bulk = (action: string, locale: string | string[] = ['ka', 'en']) =>
      tracker.request
        .post(`/content-manager/collection-types/${MILESTONE}/actions/${action}`)
        .set('Authorization', `Bearer ${token}`)
        .send({ documentIds: ids, locale })
        .expect(200);
    expect((await appendedBy(() => bulk('bulkPublish'))).sort()).toEqual(
      [`updated ${ids[0]}`, `created ${ids[1]}`].sort(),
    );
    expect((await appendedBy(() => bulk('bulkUnpublish'))).sort()).toEqual(
      ids.map((id) => `unpublished ${id}`).sort(),
    );
    await bulk('bulkPublish');
    expect((await appendedBy(() => bulk('bulkDelete', 'ka'))).sort()).toEqual(
      ids.map((id) => `updated ${id}`).sort(),
    );
    expect((await appendedBy(() => bulk('bulkDelete', 'en'))).sort()).toEqual(
      ids.map((id) => `deleted ${id}`).sort(),
    );
  });

  it('sees rows that are written below the document service', async () => {
    const documentId = await makeMilestone(tracker);
    const draft = await makeMilestone(tracker, { published: false });
    const milestones = tracker.strapi.db.query(MILESTONE);
    const changed = await appendedBy(async () => {
      await milestones.updateMany({ where: { documentId }, data: { order: 4 } });
      await milestones.updateMany({ where: { documentId: draft }, data: { order: 4 } });
      await milestones.deleteMany({ where: { documentId, publishedAt: { $notNull: true } } });
      await milestones.deleteMany({ where: { documentId: draft } });
    });
    expect(changed).toEqual([`updated ${documentId}`, `unpublished ${documentId}`]);
    const made = await appendedBy(() =>
      tracker.strapi.db.query(PARTNER).createMany({
        data: ['one', 'two'].map((id) => ({
          documentId: id,
          name: id,
          locale: 'ka',
          publishedAt: new Date().toISOString(),
        })),
      }),
    );
    expect(made).toEqual(['created one', 'created two']);
  });

  it('sees what goes with a language of the site, and nothing of another one', async () => {
    const locales = tracker.strapi.plugin('i18n').service('locales');
    const make = async (locale: string) =>
      (await write(PARTNER, 'create', { locale, data: { name: 'Agence' }, status: 'published' })).documentId;
    const translate = (documentId: string, locale: string) =>
      write(PARTNER, 'update', { documentId, locale, data: { name: 'Agence' }, status: 'published' });
    const { id: french } = await locales.create({ code: 'fr', name: 'French' });
    const [both, only, foreign] = [await make('ka'), await make('en'), await make('fr')];
    await translate(both, 'en');
    expect(await appendedBy(() => translate(both, 'fr'))).toEqual([]);
    expect(await appendedBy(() => locales.delete({ id: french }))).toEqual([]);

    const english = await locales.findByCode('en');
    const appended = await appendedBy(() => locales.delete({ id: english.id }));
    await locales.create({ code: 'en', name: 'English (en)' });
    expect(appended).toEqual(expect.arrayContaining([`updated ${both}`, `deleted ${only}`]));
    expect(appended.join()).not.toContain(foreign);
  });

  it('rolls back with the write it records', async () => {
    const documentId = await makeMilestone(tracker, { published: false });
    const failing = tracker.strapi.db.transaction(async () => {
      await write(MILESTONE, 'publish', { documentId, locale: '*' });
      throw new Error('undone');
    });
    expect(await appendedBy(() => expect(failing).rejects.toThrow('undone'))).toEqual([]);
  });

  it('is found behind where somebody wrote to the database past the application', async () => {
    const documentId = await makeMilestone(tracker);
    const gone = await makeMilestone(tracker);
    expect(await check()).toEqual([]);
    const knex = tracker.strapi.db.connection;
    const { tableName } = tracker.strapi.db.metadata.get(MILESTONE);
    await knex(tableName)
      .where({ document_id: documentId })
      .update({ updated_at: hostDate(Date.now() + 1000) });
    await knex(tableName).where({ document_id: gone }).delete();
    const log = knex(tracker.strapi.db.metadata.get(CHANGE).tableName);
    const stray = { subject_type: MILESTONE, subject_id: documentId, kind: 'transition' };
    await log.insert({ ...stray, at: hostDate(0) });
    expect(await check()).toEqual([
      { code: 'CHANGE_NOT_LOGGED', contentType: MILESTONE, documentId },
      { code: 'LOGGED_BUT_NOT_PUBLIC', contentType: MILESTONE, documentId: gone },
      { code: 'TRANSITION_WITHOUT_MOVE', contentType: MILESTONE, documentId },
    ]);
  });
});
