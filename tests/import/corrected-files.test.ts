import { parseCsv } from '../support/csv';
import { manyCommitments } from '../support/hard-content';
import { countsOf, exported, importFiles, linesOf, type Outcome } from '../support/export-files';
import { rowsOf } from '../support/milestones';
import { stopIndexing } from '../support/search-index';
import { bootTracker, type Tracker } from '../support/tracker';

type Row = Record<string, string>;

const COMMITMENT = 'api::commitment.commitment';
const idOf = (letter: string, index: number): string => `${letter}${String(index).padStart(23, '0')}`;

/** A CSV file of rows; an empty cell is no value. */
const csvOf = (rows: readonly Row[]): string => {
  const cell = (text: string): string => (text === '' ? '' : `"${text.replaceAll('"', '""')}"`);
  const lines = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))];
  return lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
};

describe('files that were corrected', () => {
  let tracker: Tracker;
  beforeAll(async () => {
    tracker = await bootTracker();
    const outcome = await importFiles(tracker, manyCommitments(6));
    expect(outcome.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(outcome.applied).toBe(true);
  });
  afterAll(() => tracker.close());

  const rowsIn = async (dataset: string, query = ''): Promise<Row[]> =>
    parseCsv((await exported(tracker, 'csv', query))[`${dataset}.csv`]!.toString());
  const changes = async (after = 0): Promise<string[]> =>
    (
      await tracker.strapi.db
        .query('plugin::accountability.change')
        .findMany({ where: { id: { $gt: after } }, orderBy: { id: 'asc' } })
    ).map(({ kind, subjectId }: { kind: string; subjectId: string }) => `${kind} ${subjectId}`);
  const lastChange = async (): Promise<number> => {
    const [last] = await tracker.strapi.db
      .query('plugin::accountability.change')
      .findMany({ orderBy: { id: 'desc' }, limit: 1 });
    return last.id as number;
  };
  /** The cells of the exports that are not as they were: `file column: before → after`, moments of change left out. */
  const cellsChanged = async (work: () => Promise<unknown>): Promise<string[]> => {
    const before = await exported(tracker);
    await work();
    const after = await exported(tracker);
    return Object.keys(after).flatMap((file) => {
      const [was, is] = [before, after].map((files) => parseCsv(files[file]!.toString())) as [Row[], Row[]];
      const oldRows = new Map(was.map((row) => [row.id, row]));
      return is.flatMap((row) =>
        Object.entries(row)
          .filter(([column, cell]) => column !== 'updated_at' && oldRows.get(row.id)?.[column] !== cell)
          .map(([column, cell]) => `${file} ${column}: ${oldRows.get(row.id)?.[column] ?? '-'} → ${cell}`),
      );
    });
  };
  /** Changes one row of the commitments' file, and imports it as a whole. */
  const corrected = async (index: number, change: Row): Promise<Outcome> => {
    const rows = (await rowsIn('commitments')).map((row) =>
      row.id === idOf('c', index) ? { ...row, ...change } : row,
    );
    return importFiles(tracker, { 'commitments.csv': csvOf(rows) });
  };

  it.each<[string, number, Row, (before: Row) => string[]]>([
    [
      'a title in one language',
      1,
      { title_en: 'Corrected' },
      ({ title_en }) => [
        `commitments.csv title_en: ${title_en} → Corrected`,
        `milestones.csv commitment_title_en: ${title_en} → Corrected`,
        `milestones.csv commitment_title_en: ${title_en} → Corrected`,
      ],
    ],
    [
      'the precision of a date',
      1,
      { start_precision: 'year', start_date: '2024-01-01' },
      ({ start_date, start_precision }) => [
        `commitments.csv start_date: ${start_date} → 2024-01-01`,
        `commitments.csv start_precision: ${start_precision} → year`,
      ],
    ],
    [
      'a cell emptied',
      2,
      { description_ka: '' },
      ({ description_ka }) => [`commitments.csv description_ka: ${description_ka} → `],
    ],
  ])('change just what differs: %s', async (_, index, change, expected) => {
    const before = (await rowsIn('commitments')).find(({ id }) => id === idOf('c', index))!;
    const start = await lastChange();
    const changed = await cellsChanged(async () => {
      const outcome = await corrected(index, change);
      expect(outcome).toMatchObject({ errors: 0, applied: true });
      expect([countsOf(outcome, 'changed'), countsOf(outcome, 'unchanged')]).toEqual([
        { commitment: 1 },
        { commitment: 5 },
      ]);
    });
    expect(changed).toEqual(expected(before));
    expect(await changes(start)).toEqual([`updated ${idOf('c', index)}`]);
  });

  it('add a translation', async () => {
    const languages = async () =>
      (await rowsOf(tracker, COMMITMENT, idOf('c', 3))).map(({ locale }) => locale);
    expect(new Set(await languages())).toEqual(new Set(['ka']));
    expect(await corrected(3, { title_en: 'Translated' })).toMatchObject({ errors: 0, applied: true });
    expect((await languages()).sort()).toEqual(['en', 'en', 'ka', 'ka']);
    expect((await rowsIn('commitments')).find(({ id }) => id === idOf('c', 3))).toMatchObject({
      title_en: 'Translated',
      description_en: '',
      code: '3',
      lead_agency_ids: `${idOf('p', 10)}|${idOf('p', 3)}`,
    });
  });

  it('add an organisation, and turn the order of two', async () => {
    const own = async () =>
      (await rowsIn('commitments')).find(({ id }) => id === idOf('c', 4))!.lead_agency_ids!;
    const before = await own();
    const turned = before.split('|').reverse().join('|');
    expect(countsOf(await corrected(4, { lead_agency_ids: turned }), 'changed')).toEqual({ commitment: 1 });
    expect(await own()).toBe(turned);
    const more = `${turned}|${idOf('p', 15)}`;
    expect(countsOf(await corrected(4, { lead_agency_ids: more }), 'changed')).toEqual({ commitment: 1 });
    expect(await own()).toBe(more);
  });

  it('record a state', async () => {
    const start = await lastChange();
    const changed = await cellsChanged(() => corrected(0, { implementation_status: 'in-progress' }));
    expect(changed).toContain('commitments.csv implementation_status: not-started → in-progress');
    expect(changed.filter((cell) => cell.startsWith('status-history.csv to_status'))).toEqual([
      'status-history.csv to_status: - → in-progress',
    ]);
    expect(changed.filter((cell) => !cell.startsWith('status-history.csv'))).toHaveLength(1);
    expect(await changes(start)).toContain(`transition ${idOf('c', 0)}`);
  });

  it('of one language leave the others alone', async () => {
    const rows = await rowsIn('commitments', '?locale=en');
    expect(Object.keys(rows[0]!)).toEqual(expect.arrayContaining(['title']));
    const correctedRows = rows.map((row) =>
      row.id === idOf('c', 1) ? { ...row, title: 'In English' } : row,
    );
    const file = { 'commitments.csv': csvOf(correctedRows) };
    const changed = await cellsChanged(async () => {
      const outcome = await importFiles(tracker, file, { locale: 'en' });
      expect(outcome).toMatchObject({ errors: 0, applied: true });
      expect(countsOf(outcome, 'changed')).toEqual({ commitment: 1 });
    });
    expect(changed[0]).toBe('commitments.csv title_en: Corrected → In English');
    expect(changed.every((cell) => cell.includes('title_en: Corrected'))).toBe(true);
  });

  it('find documents by the code in their plan, and by identifiers, where the ids are of another site', async () => {
    const files = await exported(tracker);
    const foreign = (text: string) => text.replace(/\bc(0{22}\d)\b/g, 'x$1');
    const renamed = Object.fromEntries(
      ['commitments.csv', 'milestones.csv', 'commitment-partners.csv', 'commitment-themes.csv'].map(
        (name) => [name, foreign(files[name]!.toString())],
      ),
    );
    expect(renamed['milestones.csv']).toContain('x0000');
    const byIdentifier = await importFiles(tracker, renamed);
    expect([byIdentifier.errors, countsOf(byIdentifier, 'unchanged')]).toEqual([
      0,
      { commitment: 6, milestone: 12 },
    ]);
    const rows = parseCsv(renamed['commitments.csv']!).map(({ identifiers: _, ...row }) => row);
    const byCode = await importFiles(tracker, { 'commitments.csv': csvOf(rows) });
    expect([byCode.errors, countsOf(byCode, 'unchanged')]).toEqual([0, { commitment: 6 }]);
    expect(linesOf(await exported(tracker))).toEqual(linesOf(files));
  });

  it('a key of two documents names both, and nothing is written', async () => {
    const [row] = (await rowsIn('commitments')).filter(({ id }) => id === idOf('c', 5));
    const twice = { ...row!, id: '', identifiers: 'register:5|register:4', title_ka: 'ვისი?' };
    const before = await exported(tracker);
    const outcome = await importFiles(tracker, { 'commitments.csv': csvOf([twice]) });
    expect(outcome).toMatchObject({ errors: 1, applied: false, problems: [{ code: 'key-ambiguous' }] });
    const named = JSON.stringify(outcome.problems[0]!.values);
    expect([named.includes(idOf('c', 5)), named.includes(idOf('c', 4))]).toEqual([true, true]);
    expect(await exported(tracker)).toEqual(before);
  });

  it('a text that a workbook has cut is refused', async () => {
    const long = `${'ა'.repeat(32_800)}.`;
    expect(await corrected(5, { description_ka: long })).toMatchObject({ errors: 0, applied: true });
    const workbook = (await exported(tracker, 'xlsx', '?headers=names'))['commitments.xlsx']!;
    const outcome = await importFiles(tracker, { 'commitments.xlsx': workbook });
    expect(outcome).toMatchObject({
      applied: false,
      problems: expect.arrayContaining([
        expect.objectContaining({
          code: 'cell-cut',
          place: expect.objectContaining({ column: 'description_ka' }),
        }),
      ]),
    });
    expect((await rowsIn('commitments')).find(({ id }) => id === idOf('c', 5))!.description_ka).toBe(long);
  });

  it('more documents take batches more, and no statements for each of them', async () => {
    await stopIndexing(tracker);
    const { connection } = tracker.strapi.db;
    /** Statements beside those by which the rows are written. */
    const statementsOf = async (commitments: number): Promise<number> => {
      const asked: string[] = [];
      const note = ({ sql }: { sql: string }) => /^\s*(select|with)/i.test(sql) && asked.push(sql);
      connection.on('query', note);
      const outcome = await importFiles(tracker, manyCommitments(commitments));
      connection.removeListener('query', note);
      expect(outcome).toMatchObject({ errors: 0, applied: true });
      return asked.length;
    };
    const few = await statementsOf(100);
    const many = await statementsOf(600);
    // 500 commitments more, with 1,000 milestones.
    expect(many - few).toBeLessThan(100);
  });
});
