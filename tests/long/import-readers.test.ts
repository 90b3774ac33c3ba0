import { setTimeout } from 'node:timers/promises';
import { createFullAccessToken } from '../support/accounts';
import { importFiles } from '../support/export-files';
import { manyCommitments } from '../support/hard-content';
import { makeCommitment } from '../support/milestones';
import { rawRequest } from '../support/raw-request';
import { bootTracker, type Tracker } from '../support/tracker';

const COMMITMENTS = 3_000;
/** How much longer a save may take than the longest of those before. */
const MAX_WAIT_MS = 2_000;
/** How long pages may show the content of before, once an import has ended. */
const SHOWN_WITHIN_MS = 60_000;

const found = (page: string): number =>
  Number(/Commitments found: ([\d,]+)/.exec(page)?.[1]?.replaceAll(',', ''));
const lines = (file: string): number => file.split('\n').filter((line) => line !== '').length;
const total = (body: string): number =>
  (JSON.parse(body) as { meta: { pagination: { total: number } } }).meta.pagination.total;

const LIST = '/commitments?locale=en';
/** What shows how many commitments there are, and how it does. */
const COUNTED: Readonly<Record<string, (body: string) => number>> = {
  [LIST]: found,
  '/api/commitments?locale=ka&pagination[pageSize]=1': total,
  '/api/open-data/commitments.ndjson?fields=id': lines,
};
/** What else readers ask for. */
const OTHERS = [
  '/?locale=en',
  '/commitments/standing?locale=en',
  '/organisations?locale=ka',
  '/api/open-data/milestones.csv',
  '/api/open-data/changes.ndjson?limit=1000',
  '/api/open-data/summary.json',
  '/api/search?q=plan&locale=en',
];

interface Answer {
  readonly status: number;
  /** Of what shows how many commitments there are. */
  readonly count: number | null;
}

describe('readers and editors during a large import', () => {
  let tracker: Tracker;
  let isOver = false;
  beforeAll(async () => {
    tracker = await bootTracker();
  });
  afterAll(() => tracker.close());

  async function answer(address: string): Promise<Answer> {
    // On a connection of its own: one that is kept may be closed by the server while this process is busy.
    const { status, body } = await rawRequest(`${tracker.url}${address}`);
    return { status, count: status === 200 ? (COUNTED[address]?.(body.toString()) ?? null) : null };
  }

  /** Asks for addresses in turn. @returns by address the answers, without those that say the same as the one before */
  async function askedContinuously(addresses: readonly string[]): Promise<Map<string, Answer[]>> {
    const answers = new Map(addresses.map((address): [string, Answer[]] => [address, []]));
    // A last round begins after the end: each address is asked once more when all is there.
    for (let isLast = false; !isLast;) {
      isLast = isOver;
      for (const [address, known] of answers) {
        const next = await answer(address);
        const last = known.at(-1);
        if (last?.status !== next.status || last.count !== next.count) known.push(next);
        await setTimeout(10);
      }
    }
    return answers;
  }

  /** Saves as a frontend does. @returns how long it took, in milliseconds */
  async function saved(documentId: string, token: string): Promise<number> {
    const start = performance.now();
    const { status } = await rawRequest(`${tracker.url}/api/commitments/${documentId}?locale=ka`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ data: { title: `Saved at ${start}` } }),
    });
    expect(status).toBe(200);
    return performance.now() - start;
  }

  async function savedContinuously(documentId: string, token: string): Promise<number> {
    let longest = 0;
    while (!isOver) {
      longest = Math.max(longest, await saved(documentId, token));
      await setTimeout(200);
    }
    return longest;
  }

  it('are answered, see nothing of it before it is whole, and save without waiting', async () => {
    const documentId = await makeCommitment(tracker, { data: { slug: 'standing' } });
    const token = await createFullAccessToken(tracker);
    const asked = [Object.keys(COUNTED), OTHERS].map(askedContinuously);
    let usual = 0;
    for (let save = 0; save < 10; save += 1) usual = Math.max(usual, await saved(documentId, token));

    const longest = savedContinuously(documentId, token);
    const outcome = await importFiles(tracker, manyCommitments(COMMITMENTS));
    expect(outcome).toMatchObject({ errors: 0, applied: true });
    const until = Date.now() + SHOWN_WITHIN_MS;
    while ((await answer(LIST)).count !== COMMITMENTS + 1 && Date.now() < until) await setTimeout(100);
    isOver = true;

    for (const answers of await Promise.all(asked)) {
      for (const [address, given] of answers) {
        const counts = address in COUNTED ? [1, COMMITMENTS + 1] : [null];
        expect([address, given]).toEqual([address, counts.map((count) => ({ status: 200, count }))]);
      }
    }
    // What a save waits for. By itself it takes long on a busy machine, and then nothing shorter can be derived from it.
    expect((await longest) - usual).toBeLessThan(MAX_WAIT_MS);
  }, 300_000);
});
