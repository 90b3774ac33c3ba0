import { readPage } from '../support/site-page';
import { bootTracker, type Tracker } from '../support/tracker';

const COMMITMENT = 'api::commitment.commitment';
const ROWS = 4_000;
const AT_ONCE = 50;
const READ = /The content of the public pages was read in \d+\.\d s/;

/** Published commitments as the document service leaves them, as far as lists show them. */
async function fill({ strapi }: Tracker): Promise<void> {
  const publishedAt = new Date().toISOString();
  for (let start = 0; start < ROWS; start += AT_ONCE) {
    await strapi.db.query(COMMITMENT).createMany({
      data: Array.from({ length: AT_ONCE }, (_, index) => ({
        documentId: `w${String(start + index).padStart(23, '0')}`,
        title: `Commitment ${start + index}`,
        slug: `commitment-${start + index}`,
        locale: 'ka',
        publishedAt,
      })),
    });
  }
}

describe('after a start, what the public pages show', () => {
  /** What is logged within some time of a start. */
  const logged = async (tracker: Tracker, until: RegExp, milliseconds: number): Promise<string> => {
    const { log } = tracker.strapi;
    const lines: string[] = [];
    log.level = 'info';
    log.on('data', (entry: unknown) => lines.push(JSON.stringify(entry)));
    for (const end = Date.now() + milliseconds; Date.now() < end && !until.test(lines.join());)
      await new Promise((resolve) => setTimeout(resolve, 50));
    return lines.join();
  };

  it('is read before anybody asks, where there is much of it', async () => {
    const first = await bootTracker({ isDamaged: 'rows without drafts' });
    expect(await logged(first, READ, 2_000)).not.toMatch(READ);
    await fill(first);
    await first.close({ keepDatabase: true });
    const tracker = await bootTracker({ reuse: first.database, isDamaged: 'rows without drafts' });
    try {
      expect(await logged(tracker, READ, 30_000)).toMatch(READ);
      expect((await readPage(tracker, '/commitments')).seen).toContain('Commitment 0');
    } finally {
      await tracker.close();
      await tracker.database.drop();
    }
  }, 120_000);
});
