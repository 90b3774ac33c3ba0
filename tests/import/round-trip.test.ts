import path from 'node:path';
import { readFileSync } from 'node:fs';
import { manyCommitments, writeHardContent } from '../support/hard-content';
import { countsOf, exported, importFiles, linesOf, tableStates, type Files } from '../support/imports';
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

const withoutEmptyTexts = (files: Readonly<Record<string, string[]>>): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(files).map(([name, lines]) => [
      name,
      lines.map((line) => line.replace(/(?<=^|,)""(?=,|$)/g, '')),
    ]),
  );

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

  it('hard texts, histories, partial dates and lists come out as they went in, from every format', async () => {
    const [files, others] = await onSite(async (tracker) => {
      await writeHardContent(tracker);
      const outcome = await importFiles(tracker, manyCommitments(300));
      expect(outcome.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(outcome.applied).toBe(true);
      expect(countsOf(outcome, 'created')).toMatchObject({ commitment: 300, milestone: 600 });
      const formats = [await exported(tracker, 'ndjson'), await exported(tracker, 'json')];
      return [await exported(tracker), [...formats, await exported(tracker, 'xlsx', '?headers=names')]];
    });
    expect(linesOf(await importedTwice(files))).toEqual(linesOf(files));
    for (const other of others) {
      const isWorkbook = 'commitments.xlsx' in other;
      const lines = linesOf(await importedTwice(other));
      // A cell of a workbook cannot tell an empty text from none.
      expect(isWorkbook ? withoutEmptyTexts(lines) : lines).toEqual(
        isWorkbook ? withoutEmptyTexts(linesOf(files)) : linesOf(files),
      );
    }
  });
});
