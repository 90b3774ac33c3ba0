import { makeCommitment, makeMilestone } from '../support/milestones';
import { indexed, search, type SearchBody } from '../support/search';
import { startServer, type ServerProcess } from '../support/server-process';
import { readPage } from '../support/site-page';
import { bootTracker, type Tracker } from '../support/tracker';

const COMMITMENT = 'api::commitment.commitment';
/** Within it an instance that does not keep the index sees the words of the one that does, in milliseconds. */
const KNOWN_WITHIN = 10_000;

/** Two processes on one database, as an operator runs them behind one address. */
describe('two instances', () => {
  let tracker: Tracker;
  let other: ServerProcess;
  let commitment: string;
  let milestone: string;

  beforeAll(async () => {
    tracker = await bootTracker({ env: { SEED_DEMO: 'true' } });
    other = await startServer({ ...tracker.database.env, SEED_DEMO: 'true' });
    await other.ready();
    commitment = await makeCommitment(tracker, { title: 'Riverbank', data: { slug: 'riverbank' } });
    milestone = await makeMilestone(tracker, { title: 'Lighthouse', data: { commitment } });
  }, 120_000);
  afterAll(async () => {
    await other.kill();
    await tracker.close();
  });

  const both = () => [tracker, other] as const;
  /** What a search finds, without the addresses of the instance that was asked. */
  const found = async (instance: { url: string }, q: string): Promise<Pick<SearchBody, 'data'> & object> => {
    const { data, meta } = (await search(instance, q, { locale: 'en' })).body;
    const { index: _index, ...rest } = meta;
    return JSON.parse(JSON.stringify({ data, meta: rest }).replaceAll(instance.url, '')) as never;
  };
  const pages = async (path: string) => {
    const seen = [];
    for (const { url } of both()) seen.push((await readPage({ url }, path)).seen.replaceAll(url, ''));
    return seen;
  };

  it('find the same, words, beginnings, phrases and typing errors', async () => {
    await indexed(tracker);
    const end = Date.now() + KNOWN_WITHIN;
    // What differs in one letter is looked up among the words that each instance keeps in memory.
    for (const q of ['riverbank', 'lightho', '"lighthouse en"', 'riverbamk', 'kutaisi', 'nothing at all']) {
      const here = await found(tracker, q);
      let there = await found(other, q);
      while (JSON.stringify(there) !== JSON.stringify(here) && Date.now() < end) {
        await new Promise((resolve) => setTimeout(resolve, 200));
        there = await found(other, q);
      }
      expect([q, there]).toEqual([q, here]);
      expect([q, here.data.length > 0]).toEqual([q, q !== 'nothing at all']);
    }
  }, 60_000);

  it('show the same pages after each change, whichever has written it', async () => {
    const paths = ['/?locale=en', '/commitments?locale=en', '/commitments/riverbank?locale=en'];
    for (const path of paths) {
      const [here, there] = await pages(path);
      expect([path, there]).toEqual([path, here]);
    }
    for (let round = 0; round < 3; round += 1) {
      await tracker.strapi.documents(COMMITMENT).update({
        documentId: commitment,
        locale: 'en',
        status: 'published',
        data: { title: `Riverbank ${round}` },
      } as never);
      for (const path of paths.slice(1)) {
        for (const seen of await pages(path))
          expect([path, seen.includes(`Riverbank ${round}`)]).toEqual([path, true]);
      }
    }
    for (const [uid, documentId] of [
      ['api::milestone.milestone', milestone],
      [COMMITMENT, commitment],
    ] as const) {
      await tracker.strapi.documents(uid).unpublish({ documentId, locale: '*' } as never);
    }
    for (const { url } of both()) {
      expect((await fetch(`${url}/commitments/riverbank?locale=en`)).status).toBe(404);
      expect((await readPage({ url }, '/commitments?locale=en')).seen).not.toContain('Riverbank');
      expect((await search({ url }, 'riverbank')).body.data).toEqual([]);
    }
  }, 60_000);
});
