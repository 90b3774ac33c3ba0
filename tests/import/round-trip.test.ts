import path from 'node:path';
import { readFileSync } from 'node:fs';
import { countsOf, exported, importFiles, linesOf, tableStates, type Files } from '../support/export-files';
import { bootTracker, type Tracker } from '../support/tracker';

const DATA = path.resolve(__dirname, '../../src/demo/us-nap5');
const NAP5 = Object.fromEntries(
  ['commitments.json', 'subcommitments.json'].map((name) => [name, readFileSync(path.join(DATA, name))]),
);

/** Boots a site on a database of its own, and closes it. */
async function onSite<T>(
  work: (tracker: Tracker) => Promise<T>,
  env: Record<string, string> = {},
): Promise<T> {
  const tracker = await bootTracker({ env });
  try {
    return await work(tracker);
  } finally {
    await tracker.close();
  }
}

/** Imports the files into an empty site; a second time nothing may be written. */
const importedTwice = (files: Files) =>
  onSite(async (tracker) => {
    const outcome = await importFiles(tracker, files);
    expect(outcome.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(outcome.applied).toBe(true);
    const before = await tableStates(tracker);
    const again = await importFiles(tracker, files);
    expect([again.errors, again.applied, countsOf(again, 'changed'), countsOf(again, 'created')]).toEqual([
      0,
      false,
      {},
      {},
    ]);
    expect(await tableStates(tracker)).toEqual(before);
    return exported(tracker);
  });

// Several starts each.
jest.setTimeout(240_000);

describe('export and import', () => {
  it('the demonstration content comes out as it went in', async () => {
    const files = await onSite((tracker) => exported(tracker), { SEED_DEMO: 'true' });
    expect(linesOf(await importedTwice(files))).toEqual(linesOf(files));
  });

  it('a real plan comes out as it went in', async () => {
    const files = await onSite(async (tracker) => {
      expect(await importFiles(tracker, NAP5, { mapping: 'us-nap5' })).toMatchObject({ errors: 0 });
      return exported(tracker);
    });
    expect(linesOf(await importedTwice(files))).toEqual(linesOf(files));
  });
});
