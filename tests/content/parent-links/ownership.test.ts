import { makeCommitment, makeMilestone } from '../../support/milestones';
import {
  bootForParentLinks,
  COMMITMENT,
  everywhere,
  expectRefusal,
  MILESTONE,
  REPORT,
  type ParentLinks,
} from '../../support/parent-links';
import type { Tracker } from '../../support/tracker';

let links: ParentLinks;
let tracker: Tracker;

beforeAll(async () => {
  links = await bootForParentLinks();
  ({ tracker } = links);
});
afterAll(() => tracker.close());

describe('a milestone that has a commitment', () => {
  let owner: string;
  let other: string;
  let milestone: string;
  beforeAll(async () => {
    owner = await makeCommitment(tracker, { title: 'Owner' });
    other = await makeCommitment(tracker, { title: 'Other' });
    milestone = await makeMilestone(tracker, { title: 'Step', data: { commitment: owner } });
  });

  const draftRowId = async () =>
    (
      await tracker.strapi.db
        .query(MILESTONE)
        .findOne({ where: { documentId: milestone, locale: 'ka', publishedAt: null } })
    ).id as number;

  it.each([
    ['connect', () => ({ connect: [{ documentId: milestone }] })],
    ['set', () => ({ set: [milestone] })],
    ['a list', () => [milestone]],
    ['a row id', async () => ({ connect: [{ id: await draftRowId() }] })],
  ])('is not taken by another commitment that names it by %s', async (_name, milestones) => {
    for (const [method, path] of [
      ['POST', 'commitments?locale=ka'],
      ['PUT', `commitments/${other}?locale=ka`],
      ['PUT', `commitments/${other}?locale=en&status=draft`],
    ] as const) {
      const answer = await links.api(method, path, { title: 'Taker', milestones: await milestones() });
      expectRefusal(answer, ['milestones'], 'child-has-parent');
      expect(answer.body.error!.message).toMatch(/“Step ka”.*“Owner ka”/);
    }
    expect(await links.parentsOf(milestone)).toEqual(everywhere(owner));
    expect(await links.count(COMMITMENT, { title: 'Taker' })).toBe(0);
  });

  it('is not taken from the form of a commitment, saved or published, nor by code', async () => {
    const milestones = { connect: [{ documentId: milestone, locale: 'ka' }], disconnect: [] };
    for (const action of ['', '/actions/publish']) {
      expectRefusal(
        await links.inPanel('POST', `collection-types/${COMMITMENT}${action}?locale=ka`, {
          title: 'Taker',
          milestones,
        }),
        ['milestones'],
        'child-has-parent',
      );
    }
    await expect(
      links.documents(COMMITMENT).update({
        documentId: other,
        locale: 'ka',
        data: { milestones: [milestone] },
      } as never),
    ).rejects.toMatchObject({ details: { errors: [{ code: 'child-has-parent' }] } });
    expect(await links.parentsOf(milestone)).toEqual(everywhere(owner));
  });

  it('is not moved by its own form, where the field is named', async () => {
    for (const status of ['draft', 'published']) {
      expectRefusal(
        await links.api('PUT', `milestones/${milestone}?locale=en&status=${status}`, { commitment: other }),
        ['commitment'],
        'child-has-parent',
      );
    }
    expect(await links.parentsOf(milestone)).toEqual(everywhere(owner));
  });

  it('is not given a second parent of the same kind: a report, a commitment of a plan', async () => {
    const report = await links.documents(REPORT).create({
      locale: 'ka',
      data: { narrative: 'ა', commitment: owner },
    } as never);
    expectRefusal(
      await links.api('PUT', `commitments/${other}?locale=ka`, { progressReports: [report.documentId] }),
      ['progressReports'],
      'child-has-parent',
    );
    const plans = [];
    for (const title of ['პირველი გეგმა', 'მეორე გეგმა']) {
      plans.push(
        (await links.api('POST', 'action-plans?locale=ka', { title, scope: 'local' })).body.data.documentId,
      );
    }
    expect((await links.api('PUT', `commitments/${owner}?locale=ka`, { actionPlan: plans[0] })).status).toBe(
      200,
    );
    expectRefusal(
      await links.api('PUT', `action-plans/${plans[1]}?locale=ka`, { commitments: [owner] }),
      ['commitments'],
      'child-has-parent',
    );
  });

  it('cannot be taken out while it is published, and can while it is a draft', async () => {
    for (const status of ['draft', 'published']) {
      expectRefusal(
        await links.api('PUT', `commitments/${owner}?locale=ka&status=${status}`, { milestones: [] }),
        ['milestones'],
        'published-children',
      );
    }
    expectRefusal(
      await links.api('PUT', `milestones/${milestone}?locale=ka&status=draft`, { commitment: null }),
      ['commitment'],
      'published-needs-parent',
    );
    expect(await links.parentsOf(milestone)).toEqual(everywhere(owner));

    const draft = await makeMilestone(tracker, { published: false, data: { commitment: other } });
    expect((await links.api('PUT', `commitments/${other}?locale=ka`, { milestones: [] })).status).toBe(200);
    expect(await links.parentsOf(draft)).toEqual({ 'ka draft': undefined, 'en draft': undefined });
    expect(
      (await links.api('PUT', `commitments/${owner}?locale=ka`, { milestones: { connect: [draft] } })).status,
    ).toBe(200);
    expect(await links.parentsOf(draft)).toEqual({ 'ka draft': owner, 'en draft': owner });
  });

  it('keeps its commitment from being unpublished or deleted', async () => {
    await expect(
      links.documents(COMMITMENT).unpublish({ documentId: owner, locale: '*' } as never),
    ).rejects.toMatchObject({ details: { errors: [{ path: ['milestones'], code: 'published-children' }] } });
    const deleted = await links.inPanel('DELETE', `collection-types/${COMMITMENT}/${owner}?locale=*`);
    expectRefusal(deleted, ['milestones'], 'published-children');
    expect(deleted.body.error!.message).toContain('Step ka');
    expect(await links.parentsOf(milestone)).toEqual(everywhere(owner));
    // One language of the commitment may go: the milestone still has its commitment.
    await links.documents(COMMITMENT).unpublish({ documentId: owner, locale: 'en' } as never);
    await links.documents(COMMITMENT).publish({ documentId: owner, locale: 'en' } as never);
  });

  it('is offered by the field of no other commitment', async () => {
    const free = await links
      .documents(MILESTONE)
      .create({ locale: 'ka', data: { title: 'Step free' } } as never);
    const offered = async (query: string) =>
      (
        await links.inPanel('GET', `relations/${COMMITMENT}/milestones?locale=ka&pageSize=100&${query}`)
      ).body.results!.map(({ documentId }) => documentId);
    expect(await offered('')).toContain(free.documentId);
    for (const query of ['', '_q=Step', `id=${other}`, `id=${other}&_q=Step`]) {
      const found = await offered(query);
      expect(found).toContain(free.documentId);
      expect(found).not.toContain(milestone);
    }
    // What the form has taken out and not saved yet can be put back.
    expect(await offered(`id=${owner}&idsToInclude[]=${await draftRowId()}`)).toContain(milestone);
  });
});
