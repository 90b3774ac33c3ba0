import {
  countsOf,
  exported,
  importFiles,
  linesOf,
  tableStates,
  type Files,
  type Outcome,
} from '../support/export-files';
import { hardDocuments, joined, manyCommitments } from '../support/hard-content';
import { bootTracker, type Tracker } from '../support/tracker';

const COMMITMENTS = 10_000;

jest.setTimeout(1_200_000);

/** Imports into a new site. */
async function onNewSite<T>(
  files: Files,
  work: (tracker: Tracker, outcome: Outcome) => Promise<T>,
): Promise<T> {
  const tracker = await bootTracker();
  try {
    const outcome = await importFiles(tracker, files);
    expect(outcome).toMatchObject({ errors: 0, applied: true });
    return await work(tracker, outcome);
  } finally {
    await tracker.close();
  }
}

describe('ten thousand commitments', () => {
  it('come out of an import as they were exported, and a second import writes nothing', async () => {
    const source = joined(manyCommitments(COMMITMENTS), hardDocuments());
    const files = await onNewSite(source, async (tracker, outcome) => {
      expect(countsOf(outcome, 'created')).toMatchObject({
        commitment: COMMITMENTS + 4,
        milestone: 2 * COMMITMENTS + 2,
      });
      return exported(tracker);
    });
    await onNewSite(files, async (tracker) => {
      const again = await exported(tracker);
      for (const [name, lines] of Object.entries(linesOf(files))) {
        const others = linesOf(again)[name]!;
        expect([name, others.length]).toEqual([name, lines.length]);
        // A whole comparison would print megabytes.
        expect([name, lines.find((line, index) => line !== others[index])]).toEqual([name, undefined]);
      }
      const before = await tableStates(tracker);
      const second = await importFiles(tracker, files);
      expect([second.errors, second.applied, countsOf(second, 'changed')]).toEqual([0, false, {}]);
      expect(await tableStates(tracker)).toEqual(before);
    });
  });
});
