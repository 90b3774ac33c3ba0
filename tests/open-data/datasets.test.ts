import { datasets } from '../../src/accountability/datasets';
import { parseCsv } from '../support/csv';
import { makeCommitment, makeMilestone } from '../support/milestones';
import { bootTracker, type Tracker } from '../support/tracker';

const CONTRACT = [
  'action-plans',
  'commitments',
  'milestones',
  'progress-reports',
  'partners',
  'themes',
  'comments',
  'status-history',
  'commitment-partners',
  'milestone-partners',
  'commitment-themes',
];
const COMMENT = 'api::comment.comment';

describe('the datasets of the contract', () => {
  let tracker: Tracker;
  let published: string;
  let step: string;
  let draft: string;
  const partners: string[] = [];

  const rowsOf = async (name: string) => {
    const response = await fetch(`${tracker.url}/api/open-data/${name}.csv?formulas=raw`);
    expect(response.status).toBe(200);
    const rows = parseCsv(await response.text());
    expect([name, Number(response.headers.get('x-total-rows'))]).toEqual([name, rows.length]);
    return rows;
  };

  async function makePartner(name: string, isPublic: boolean): Promise<string> {
    const documents = tracker.strapi.documents('api::partner.partner');
    const { documentId } = await documents.create({ locale: 'ka', data: { name: `${name} ka` } } as never);
    await documents.update({ documentId, locale: 'en', data: { name: `${name} en` } } as never);
    if (isPublic) await documents.publish({ documentId, locale: '*' } as never);
    return documentId;
  }

  async function comment(commitment: string, body: string, ...moves: string[]): Promise<void> {
    const { documentId } = await tracker.strapi.documents(COMMENT).create({
      data: { commitment, authorName: 'ნინო', authorEmail: 'author@example.org', body },
    } as never);
    const workflows = tracker.strapi.plugin('accountability').service('workflows');
    for (const transition of moves) {
      await workflows.move({
        contentType: COMMENT,
        documentId,
        workflow: 'moderation',
        transition,
        reason: 'because',
      });
    }
  }

  beforeAll(async () => {
    tracker = await bootTracker({ env: { SEED_DEMO: 'true' } });
    partners.push(
      await makePartner('One', true),
      await makePartner('Two', true),
      await makePartner('Hidden', false),
    );
    const [one, two, hidden] = partners;
    const data = { leadAgencies: [two], partners: [two, hidden, one] };
    published = await makeCommitment(tracker, { title: 'Linked', data });
    draft = await makeCommitment(tracker, { title: 'Draft', published: false, data });
    step = await makeMilestone(tracker, {
      title: 'Linked step',
      data: { commitment: published, responsibleAgencies: [one], partners: [two] },
    });
    await comment(published, 'approved comment', 'approve');
    await comment(published, 'pending comment');
    await comment(published, 'rejected comment', 'reject');
    await comment(published, 'hidden comment', 'approve', 'hide');
    await comment(draft, 'comment on a draft', 'approve');
  });
  afterAll(() => tracker.close());

  it('are all there, each with rows that its key distinguishes, in the order of the key', async () => {
    expect(datasets.map(({ name }) => name)).toEqual(CONTRACT);
    for (const { name, key } of datasets) {
      const keys = (await rowsOf(name)).map((row) => row[key] as string);
      expect([name, keys]).toEqual([name, [...new Set(keys)].sort()]);
    }
  });

  it('refer to rows that are there', async () => {
    const known = new Map<string, Set<string>>();
    for (const { name, key } of datasets) {
      known.set(name, new Set((await rowsOf(name)).map((row) => row[key] as string)));
    }
    let checked = 0;
    for (const { name, columns } of datasets) {
      const rows = await rowsOf(name);
      for (const { name: column, references, separator } of columns) {
        if (!references) continue;
        for (const row of rows) {
          const cell = row[column];
          const ids = !cell ? [] : separator ? cell.split(separator) : [cell];
          for (const id of ids) {
            expect([name, column, id, known.get(references.dataset)?.has(id)]).toEqual([
              name,
              column,
              id,
              true,
            ]);
            checked += 1;
          }
        }
      }
    }
    expect(checked).toBeGreaterThan(30);
  });

  it('have a row for each link, with what the joined column says', async () => {
    const [one, two] = partners;
    const links = (await rowsOf('commitment-partners')).filter((row) => row.commitment_id === published);
    expect(links.map(({ id, partner_id, role }) => ({ id, partner_id, role }))).toEqual(
      [
        { partner_id: two, role: 'responsible' },
        { partner_id: two, role: 'partner' },
        { partner_id: one, role: 'partner' },
      ]
        .map((link) => ({ id: `${published}:${link.role}:${link.partner_id}`, ...link }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
    expect(links.find(({ partner_id, role }) => partner_id === one && role === 'partner')).toMatchObject({
      partner_name_ka: 'One ka',
      partner_name_en: 'One en',
    });
    const commitment = (await rowsOf('commitments')).find(({ id }) => id === published)!;
    // In the editor's order; an organisation that is not published is in neither.
    expect(commitment.partner_ids).toBe(`${two}|${one}`);
    const steps = (await rowsOf('milestone-partners')).filter(({ partner_id }) =>
      partners.includes(partner_id!),
    );
    expect(steps.map(({ partner_id, role }) => [partner_id, role]).sort()).toEqual(
      [
        [one, 'responsible'],
        [two, 'partner'],
      ].sort(),
    );
  });

  it('contain approved comments on published commitments only', async () => {
    const rows = await rowsOf('comments');
    expect(
      rows.map(({ body, commitment_id, author_name }) => ({ body, commitment_id, author_name })),
    ).toEqual([{ body: 'approved comment', commitment_id: published, author_name: 'ნინო' }]);
  });

  it('list a comment in the change feed from its approval on, and of its hiding as a deletion', async () => {
    const workflows = tracker.strapi.plugin('accountability').service('workflows');
    const all = (await tracker.strapi
      .documents(COMMENT)
      .findMany({ fields: ['body'] } as never)) as unknown as { documentId: string; body: string }[];
    const idOf = (body: string) => all.find((one) => one.body === body)!.documentId;
    const changesOf = async (body: string) => {
      const answer = await fetch(`${tracker.url}/api/open-data/changes.ndjson?limit=10000`);
      const lines = (await answer.text()).split('\n').filter(Boolean);
      return lines
        .map((line) => JSON.parse(line) as { dataset: string; id: string; change: string })
        .filter(({ dataset, id }) => dataset === 'comments' && id === idOf(body))
        .map(({ change }) => change);
    };
    expect(await changesOf('approved comment')).toEqual(['created']);
    expect(await changesOf('pending comment')).toEqual([]);
    expect(await changesOf('rejected comment')).toEqual([]);
    expect(await changesOf('hidden comment')).toEqual(['created', 'unpublished']);
    const before = (await fetch(`${tracker.url}/api/open-data/comments.csv`, { method: 'HEAD' })).headers.get(
      'etag',
    );
    await workflows.move({
      contentType: COMMENT,
      documentId: idOf('pending comment'),
      workflow: 'moderation',
      transition: 'reject',
      reason: 'because',
    });
    expect(await changesOf('pending comment')).toEqual([]);
    expect(
      (await fetch(`${tracker.url}/api/open-data/comments.csv`, { method: 'HEAD' })).headers.get('etag'),
    ).toBe(before);
  });

  it('contain the history of what is published, and of nothing else', async () => {
    const workflows = tracker.strapi.plugin('accountability').service('workflows');
    const move = (documentId: string) =>
      workflows.move({
        contentType: 'api::commitment.commitment',
        documentId,
        workflow: 'implementation',
        transition: 'delay',
        reason: 'Rain',
      });
    await move(published);
    await move(draft);
    const rows = await rowsOf('status-history');
    expect(rows.filter(({ reason }) => reason === 'Rain')).toMatchObject([
      {
        dataset: 'commitments',
        record_id: published,
        version: '1',
        transition: 'delay',
        from_status: 'not-started',
        to_status: 'delayed',
      },
    ]);
    expect(rows.every(({ id }) => /^h[a-z0-9]{23}$/.test(id!))).toBe(true);
    await tracker.strapi
      .documents('api::milestone.milestone')
      .unpublish({ documentId: step, locale: '*' } as never);
    await tracker.strapi
      .documents('api::commitment.commitment')
      .unpublish({ documentId: published, locale: '*' } as never);
    const after = await rowsOf('status-history');
    expect(after.filter(({ reason }) => reason === 'Rain')).toEqual([]);
    expect((await rowsOf('comments')).length).toBe(0);
    expect((await rowsOf('commitment-partners')).some((row) => row.commitment_id === published)).toBe(false);
  });

  it('refuse a filter on what describes the link, and take one on the document', async () => {
    const address = `${tracker.url}/api/open-data/milestone-partners.csv`;
    expect((await fetch(`${address}?filters[partner_id][$eq]=x`)).status).toBe(400);
    const [first] = await rowsOf('milestone-partners');
    const some = await fetch(`${address}?filters[milestone_id][$eq]=${first!.milestone_id}`);
    const rows = parseCsv(await some.text());
    expect(rows.length).toBe(Number(some.headers.get('x-total-rows')));
    expect(new Set(rows.map(({ milestone_id }) => milestone_id))).toEqual(new Set([first!.milestone_id]));
  });
});
