import path from 'node:path';
import { readFileSync } from 'node:fs';
import { countsOf, exported, importFiles, linesOf, tableStates, type Files } from '../support/export-files';
import { hardDocuments, joined, manyCommitments } from '../support/hard-content';
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

/** Imports the files; a second time nothing may be written. */
async function importedInto(tracker: Tracker, files: Files): Promise<Files> {
  const outcome = await importFiles(tracker, files);
  // A dataset may be empty. Nothing is said of the sheets that explain a workbook.
  expect(outcome.problems.filter(({ code }) => code !== 'no-rows')).toEqual([]);
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
}

const importedTwice = (files: Files) => onSite((tracker) => importedInto(tracker, files));

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

  describe('of content that is hard to write down', () => {
    const FORMATS = { csv: '', ndjson: '', json: '', xlsx: '?headers=names' } as const;
    const source = joined(manyCommitments(60), hardDocuments());
    let expected: Files;
    const sent: Record<string, Files> = {};
    beforeAll(() =>
      onSite(async (tracker) => {
        expect(await importFiles(tracker, source)).toMatchObject({ errors: 0, applied: true });
        const states = await tableStates(tracker);
        expect(await importFiles(tracker, source)).toMatchObject({ errors: 0, applied: false });
        expect(await tableStates(tracker)).toEqual(states);
        expected = await exported(tracker);
        for (const [format, query] of Object.entries(FORMATS)) {
          sent[format] = await exported(tracker, format, query);
          const outcome = await importFiles(tracker, sent[format]);
          expect([format, outcome.errors, countsOf(outcome, 'changed')]).toEqual([format, 0, {}]);
        }
      }),
    );

    it('everything of the source is in the export', () => {
      for (const [name, content] of Object.entries(source)) {
        const key = name === 'status-history.ndjson' ? 'record_id' : 'id';
        const nameOf = (row: Row) => `${String(row[key])} ${String(row.version ?? '')}`;
        const rows = new Map(objectsIn(sent.ndjson![name]!).map((row) => [nameOf(row), row]));
        for (const row of objectsIn(content)) {
          const found = rows.get(nameOf(row));
          expect([
            name,
            Object.fromEntries(Object.keys(row).map((column) => [column, found?.[column]])),
          ]).toEqual([name, row]);
        }
      }
    });

    it.each(Object.keys(FORMATS))('it comes out of a %s export as it went in', async (format) => {
      expect(linesOf(await importedTwice(sent[format]!))).toEqual(linesOf(expected));
    });

    it('what is not published is in no export, and is left alone', () =>
      onSite(async (tracker) => {
        const drafts = tracker.strapi.documents('api::partner.partner');
        const { documentId } = await drafts.create({
          locale: 'ka',
          data: { name: 'მონახაზი', slug: 'draft' } as never,
        });
        expect(linesOf(await importedInto(tracker, sent.csv!))).toEqual(linesOf(expected));
        expect(await drafts.findOne({ documentId, locale: 'ka' })).toMatchObject({ name: 'მონახაზი' });
      }));
  });
});

type Row = Readonly<Record<string, unknown>>;

const objectsIn = (content: string | Buffer): Row[] =>
  content
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
