import { bootFeeds, type Feeds } from '../../support/feeds';
import { makeCommitment, makeMilestone } from '../../support/milestones';
import type { Tracker } from '../../support/tracker';

describe('feeds about one document', () => {
  let feeds: Feeds;
  let tracker: Tracker;
  const made = { plan: '', agency: '', inPlan: '', outside: '', milestone: '', other: '' };

  const published = async (uid: string, data: object): Promise<string> => {
    const documents = tracker.strapi.documents(uid as 'api::action-plan.action-plan');
    const { documentId } = await documents.create({ locale: 'ka', data } as never);
    await documents.update({ documentId, locale: 'en', data } as never);
    await documents.publish({ documentId, locale: '*' });
    return documentId;
  };

  beforeAll(async () => {
    feeds = await bootFeeds();
    ({ tracker } = feeds);
    const timeframe = { endDate: '2031-05-01', endPrecision: 'day' };
    made.plan = await published('api::action-plan.action-plan', { title: 'Plan', slug: 'plan' });
    made.agency = await published('api::partner.partner', { name: 'Agency', slug: 'agency' });
    const ofPlan = { actionPlan: made.plan, leadAgencies: [made.agency], timeframe };
    made.inPlan = await makeCommitment(tracker, { title: 'Inside', data: ofPlan });
    made.outside = await makeCommitment(tracker, { title: 'Outside', data: { timeframe } });
    made.milestone = await makeMilestone(tracker, {
      title: 'Step',
      data: { commitment: made.inPlan, timeframe },
    });
    made.other = await makeMilestone(tracker, {
      title: 'Other',
      data: { commitment: made.outside, timeframe },
    });
    for (const id of [made.milestone, made.other]) await feeds.move(id, 'start');
  });
  afterAll(() => tracker.close());

  const changed = async (subject: string): Promise<string[]> => {
    const { text } = await feeds.get(`status-changes.json?subject=${subject}`);
    const { data } = JSON.parse(text) as { data: { subject: { documentId: string } }[] };
    return [...new Set(data.map((change) => change.subject.documentId))];
  };
  const summaries = async (subject: string): Promise<string[]> => {
    const { text } = await feeds.get(`deadlines.ics?locale=en&subject=${subject}`);
    return [...text.matchAll(/^SUMMARY[^:]*:(.*?)\r$/gm)].map(([, title]) => title as string).sort();
  };

  it('have what belongs to it through the declared relations, and nothing else', async () => {
    for (const subject of [made.plan, made.agency, made.inPlan]) {
      expect(await changed(subject)).toEqual([made.milestone]);
      expect(await summaries(subject)).toEqual(['Inside en', 'Step en']);
      const { text } = await feeds.get(`changes.atom?locale=en&subject=${subject}`);
      expect(text).toContain(made.milestone);
      expect(text).not.toContain(made.other);
      expect(text).toContain(`subject=${subject}`);
    }
    expect(await changed(made.milestone)).toEqual([made.milestone]);
    expect(await changed(made.outside)).toEqual([made.other]);
    expect((await feeds.get('deadlines.ics?locale=en')).text).toContain('Outside en');
  });

  it('have ids and validators of their own', async () => {
    const idOf = (text: string): string | undefined => /<id>([^<]*)<\/id>/.exec(text)?.[1];
    const all = await feeds.get('changes.atom?locale=en');
    const own = await feeds.get(`changes.atom?locale=en&subject=${made.plan}`);
    expect(idOf(own.text)).not.toBe(idOf(all.text));
    expect(own.headers.get('etag')).not.toBe(all.headers.get('etag'));
  });

  it('are empty for an id that nothing public leads to, and refuse what is no id', async () => {
    expect(await changed('nothingofthiskind')).toEqual([]);
    expect(await summaries('nothingofthiskind')).toEqual([]);
    for (const file of ['changes.atom', 'status-changes.json', 'deadlines.ics']) {
      for (const query of ['subject=', 'subject=a b', 'subject=a&subject=b', `subject=${'a'.repeat(65)}`]) {
        const answer = await fetch(`${tracker.url}/api/open-data/${file}?${query}`);
        expect([file, query, answer.status]).toEqual([file, query, 400]);
        expect(JSON.stringify(await answer.json())).toContain('subject');
      }
    }
  });

  it('no longer have what has left the document', async () => {
    const documents = tracker.strapi.documents('api::action-plan.action-plan');
    await documents.unpublish({ documentId: made.plan, locale: '*' });
    expect(await changed(made.plan)).toEqual([]);
    expect(await summaries(made.plan)).toEqual([]);
  });
});
