import { adminToken } from '../support/accounts';
import { jsonRequest } from '../support/json-request';
import { makeCommitment, makeMilestone, rowsOf } from '../support/milestones';
import { stopIndexing } from '../support/search-index';
import { bootTracker, type Tracker } from '../support/tracker';

const UID = 'api::commitment.commitment';
const UNKNOWN = 'a'.repeat(24);

interface Answer {
  count?: number;
  error?: {
    message: string;
    details: { code?: string; most?: number; errors?: { path: string[]; code: string }[] };
  };
}

describe('bulk actions of the panel', () => {
  let tracker: Tracker;
  let token: string;

  const post = (path: string, body: object, bearer = token, headers = {}) =>
    jsonRequest<Answer>(`${tracker.url}${path}`, { token: bearer, body, headers });
  const bulk = (
    action: string,
    documentIds: unknown[],
    { bearer, locale }: { bearer?: string; locale?: string } = {},
  ) =>
    post(
      `/content-manager/collection-types/${UID}/actions/${action}`,
      // Deleting takes one language.
      { documentIds, locale: locale ?? (action === 'bulkDelete' ? 'ka' : ['ka', 'en']) },
      bearer,
    );
  const publishedRows = async (...ids: string[]) => {
    const rows = await Promise.all(ids.map((id) => rowsOf(tracker, UID, id)));
    return rows.flat().filter(({ publishedAt }) => publishedAt !== null).length;
  };
  const drafts = (count: number) =>
    Promise.all(
      Array.from({ length: count }, (_, index) =>
        makeCommitment(tracker, { title: `Bulk ${index}`, published: false }),
      ),
    );
  const statements = async (work: () => Promise<unknown>): Promise<number> => {
    let count = 0;
    const onQuery = () => (count += 1);
    tracker.strapi.db.connection.on('query', onQuery);
    await work();
    tracker.strapi.db.connection.removeListener('query', onQuery);
    return count;
  };

  beforeAll(async () => {
    tracker = await bootTracker({ env: { EDITORIAL_REVIEW: 'true' } });
    await stopIndexing(tracker);
    token = await adminToken(tracker);
  });
  afterAll(() => tracker.close());

  const approve = async (documentId: string) => {
    for (const transition of ['submit', 'approve']) {
      await tracker.strapi
        .plugin('accountability')
        .service('workflows')
        .move({ contentType: UID, documentId, workflow: 'editorial', transition });
    }
  };

  it('publish everything or, where one document is refused, nothing', async () => {
    const chosen = await drafts(4);
    for (const documentId of chosen.slice(1)) await approve(documentId);
    const refused = await bulk('bulkPublish', chosen);
    expect([refused.status, refused.body.error?.details.code]).toEqual([400, 'PUBLISHING_NEEDS_STATE']);
    expect(await publishedRows(...chosen)).toBe(0);
    await approve(chosen[0]!);
    const made = await bulk('bulkPublish', chosen);
    expect([made.status, await publishedRows(...chosen)]).toEqual([200, 8]);
  });

  it('delete and unpublish everything or, where something public hangs below one document, nothing', async () => {
    const chosen = await drafts(3);
    for (const documentId of chosen) await approve(documentId);
    expect((await bulk('bulkPublish', chosen)).status).toBe(200);
    await makeMilestone(tracker, { data: { commitment: chosen[2] } });
    const refusal = async (action: string, locale?: string) => {
      const { status, body } = await bulk(action, chosen, { locale });
      return [status, body.error?.details.errors?.[0]?.code];
    };
    expect(await refusal('bulkUnpublish')).toEqual([400, 'published-children']);
    expect(await publishedRows(...chosen)).toBe(6);
    // In one language as long as the document is public in another.
    expect(await refusal('bulkDelete', 'en')).toEqual([200, undefined]);
    expect(await refusal('bulkDelete', 'ka')).toEqual([400, 'published-children']);
    expect(await publishedRows(...chosen)).toBe(3);
  });

  it('take a document that is named twice once, and pass over what there is not', async () => {
    const [one, other] = (await drafts(2)) as [string, string];
    await approve(one);
    const published = await bulk('bulkPublish', [one, one, one]);
    // One for each language.
    expect([published.status, published.body.count, await publishedRows(one)]).toEqual([200, 2, 2]);
    const deleted = await bulk('bulkDelete', [other, UNKNOWN, other]);
    expect([deleted.status, deleted.body.count]).toEqual([200, 1]);
    expect((await rowsOf(tracker, UID, other)).map(({ locale }) => locale)).toEqual(['en']);
  });

  it('change nothing for who may not do it with one of the documents', async () => {
    const chosen = await drafts(2);
    const { strapi } = tracker;
    const role: { id: number } = await strapi.db
      .query('admin::role')
      .create({ data: { code: 'own-only', name: 'own-only', description: '' } });
    await strapi.service('admin::role').assignPermissions(
      role.id,
      ['read', 'delete', 'create'].map((name) => ({
        action: `plugin::content-manager.explorer.${name}`,
        subject: UID,
        properties: { locales: ['ka', 'en'], ...(name === 'delete' ? {} : { fields: ['title'] }) },
        conditions: name === 'delete' ? ['admin::is-creator'] : [],
      })),
    );
    const author = await adminToken(tracker, ['own-only']);
    const own = await jsonRequest<{ data: { documentId: string } }>(
      `${tracker.url}/content-manager/collection-types/${UID}?locale=ka`,
      { token: author, body: { title: 'Of the author' } },
    );
    expect(own.status).toBe(201);
    const mixed = [own.body.data.documentId, ...chosen];
    const refused = await bulk('bulkDelete', mixed, { bearer: author });
    expect(refused.status).toBe(403);
    for (const documentId of mixed)
      expect((await rowsOf(tracker, UID, documentId)).length).toBeGreaterThan(0);
  });

  it('are moves of their own where they change a status: each is answered for itself, and the others are kept', async () => {
    const { strapi } = tracker;
    const role: { id: number } = await strapi.db
      .query('admin::role')
      .create({ data: { code: 'starts-milestones', name: 'starts-milestones', description: '' } });
    const action = 'plugin::accountability.workflow-milestone-implementation.start';
    await strapi
      .service('admin::role')
      .assignPermissions(role.id, [{ action, subject: null, properties: {}, conditions: [] }]);
    const starter = await adminToken(tracker, ['starts-milestones']);
    const [commitment] = (await drafts(1)) as [string];
    const parent = { data: { commitment }, published: false };
    const [first, second] = [await makeMilestone(tracker, parent), await makeMilestone(tracker, parent)];
    const outcomes: number[] = [];
    for (const [contentType, documentId] of [
      ['api::milestone.milestone', first],
      [UID, commitment],
      ['api::milestone.milestone', first],
      ['api::milestone.milestone', UNKNOWN],
      ['api::milestone.milestone', second],
    ]) {
      const body = { contentType, documentId, workflow: 'implementation', transition: 'start' };
      outcomes.push((await post('/accountability/transitions', body, starter)).status);
    }
    expect(outcomes).toEqual([200, 403, 409, 404, 200]);
    expect((await post('/accountability/transitions', [{}, {}], starter)).status).toBe(400);
  });

  it.each([
    [`/content-manager/collection-types/${UID}/actions/bulkPublish`, 'documentIds'],
    [`/content-manager/collection-types/${UID}/actions/bulkUnpublish`, 'documentIds'],
    [`/content-manager/collection-types/${UID}/actions/bulkDelete`, 'documentIds'],
    [`/content-manager/collection-types/${UID}/actions/bulkFindForValidation`, 'documentIds'],
    ['/upload/actions/bulk-delete', 'fileIds'],
    ['/upload/actions/bulk-move', 'folderIds'],
    ['/upload/actions/bulk-update', 'updates'],
    ['/admin/users/batch-delete', 'ids'],
    ['/admin/roles/batch-delete', 'ids'],
    ['/admin/webhooks/batch-delete', 'ids'],
  ])('%s takes no more than a page of entries, and says so', async (path, list) => {
    const asked = { [list]: Array.from({ length: 101 }, (_, index) => 9_000 + index) };
    let answer: Awaited<ReturnType<typeof post>> | undefined;
    const count = await statements(async () => {
      answer = await post(path, asked, token, { 'accept-language': 'ka' });
    });
    expect([path, answer?.status, answer?.body.error?.details]).toEqual([
      path,
      400,
      expect.objectContaining({ code: 'TOO_MANY_AT_ONCE', most: 100, received: 101 }),
    ]);
    expect(answer?.body.error?.message).toContain('არაუმეტეს 100');
    expect(answer?.body.error?.details.errors).toMatchObject([{ path: [list] }]);
    // Those that know who is asking.
    expect(count).toBeLessThan(20);
  });
});
