import { adminToken } from '../support/accounts';
import { jsonRequest } from '../support/json-request';
import { bootTracker, type Tracker } from '../support/tracker';

interface Document {
  documentId: string;
  [field: string]: unknown;
}

/** Parents that have children in the demo's content, and the attributes that list them. */
const PARENTS: [uid: string, children: string[]][] = [
  ['api::action-plan.action-plan', ['commitments']],
  ['api::commitment.commitment', ['milestones', 'progressReports']],
  ['api::milestone.milestone', ['progressReports']],
  ['api::partner.partner', ['assessedReports']],
];

describe('a copy of a document', () => {
  let tracker: Tracker;
  let token: string;

  /** Children of a document by locale and status, in order. */
  const childrenOf = async (uid: string, documentId: string, names: string[]) => {
    const rows: (Document & { locale: string; publishedAt: string | null })[] = await tracker.strapi.db
      .query(uid as 'api::commitment.commitment')
      .findMany({
        where: { documentId },
        orderBy: [{ locale: 'asc' }, { id: 'asc' }],
        populate: names,
      } as never);
    return Object.fromEntries(
      rows.map((row) => [
        `${row.locale} ${row.publishedAt ? 'published' : 'draft'}`,
        names.map((name) => (row[name] as Document[]).map((child) => child.documentId)),
      ]),
    );
  };
  const page = async (address: string) => (await (await fetch(`${tracker.url}${address}`)).text()).length;
  const copy = (uid: string, documentId: string, body: object) =>
    jsonRequest<{ data: Document }>(
      `${tracker.url}/content-manager/collection-types/${uid}/clone/${documentId}`,
      { token, body },
    );
  /** A document with children, in Georgian and English. */
  const parent = async (uid: string, names: string[]): Promise<string> => {
    const found: Document[] = await tracker.strapi.db.query(uid as never).findMany({
      where: { publishedAt: { $notNull: true }, locale: 'ka', [names[0]!]: { id: { $notNull: true } } },
    });
    return found[0]!.documentId;
  };

  beforeAll(async () => {
    tracker = await bootTracker({ env: { SEED_DEMO: 'true' } });
    token = await adminToken(tracker);
    // The demo's assessed reports are of commitments: one of a milestone is beside them.
    const [milestone, assessor] = await Promise.all(
      ['api::milestone.milestone', 'api::partner.partner'].map((uid) =>
        tracker.strapi.documents(uid as 'api::milestone.milestone').findFirst({ locale: 'ka' } as never),
      ),
    );
    const reports = tracker.strapi.documents('api::progress-report.progress-report');
    const { documentId } = await reports.create({
      locale: 'ka',
      data: {
        milestone: milestone!.documentId,
        assessorKind: 'civil-society',
        assessorPartner: assessor!.documentId,
        period: { kind: 'annual', year: 2019 },
        narrative: 'ანგარიში',
      },
    } as never);
    await reports.update({ documentId, locale: 'en', data: { narrative: 'Report' } } as never);
    await reports.publish({ documentId, locale: '*' } as never);
  });
  afterAll(() => tracker.close());

  it.each(PARENTS)('of %s starts without children and takes none from the original', async (uid, names) => {
    const documentId = await parent(uid, names);
    const before = await childrenOf(uid, documentId, names);
    const pages = ['/', '/commitments', '/?locale=en', '/commitments?locale=en'];
    const shown = await Promise.all(pages.map(page));

    // As the panel's list, its form and a program send it.
    const bodies = [
      {},
      Object.fromEntries(names.map((name) => [name, { connect: [], disconnect: [] }])),
      { locale: 'en' },
    ];
    for (const body of bodies) {
      const { status, body: answer } = await copy(uid, documentId, body);
      expect([status, answer]).toEqual([200, expect.objectContaining({ data: expect.anything() })]);
      const copied = await childrenOf(uid, answer.data.documentId, names);
      expect(Object.keys(copied)).toEqual([expect.stringMatching(/ draft$/)]);
      expect(Object.values(copied)).toEqual([names.map(() => [])]);
    }
    const ofCode = await tracker.strapi
      .documents(uid as 'api::commitment.commitment')
      .clone({ documentId, locale: '*' } as never);
    const everyLocale = await childrenOf(uid, ofCode!.documentId, names);
    expect(Object.keys(everyLocale)).toEqual(['en draft', 'ka draft']);
    expect(Object.values(everyLocale)).toEqual([names.map(() => []), names.map(() => [])]);

    expect(await childrenOf(uid, documentId, names)).toEqual(before);
    expect(Object.values(before).flat(2).length).toBeGreaterThan(0);
    expect(await Promise.all(pages.map(page))).toEqual(shown);
  });

  it('has the children that the request names, and they alone', async () => {
    const uid = 'api::commitment.commitment';
    const documentId = await parent(uid, ['milestones']);
    const before = await childrenOf(uid, documentId, ['milestones']);
    const milestones = tracker.strapi.documents('api::milestone.milestone');
    const loose = await milestones.create({ locale: 'ka', data: { title: 'უპატრონო' } } as never);
    const { status, body } = await copy(uid, documentId, {
      milestones: { connect: [{ documentId: loose.documentId }] },
    });
    expect(status).toBe(200);
    expect(await childrenOf(uid, body.data.documentId, ['milestones'])).toEqual({
      'ka draft': [[loose.documentId]],
    });
    expect(await childrenOf(uid, documentId, ['milestones'])).toEqual(before);
  });

  it('leaves the children of a content type nothing is declared for', async () => {
    const uid = 'plugin::users-permissions.role';
    const roles = tracker.strapi.db.query(uid);
    const original = await roles.findOne({ where: { type: 'public' }, populate: ['permissions'] });
    await tracker.strapi.documents(uid).clone({ documentId: original.documentId, data: { type: 'copy' } });
    const again = await roles.findOne({ where: { type: 'public' }, populate: ['permissions'] });
    expect(again.permissions).toEqual(original.permissions);
    expect(original.permissions.length).toBeGreaterThan(0);
    expect((await roles.findOne({ where: { type: 'copy' }, populate: ['permissions'] })).permissions).toEqual(
      [],
    );
  });
});
