import { ByteSink } from '../bytes/byte-sink';
import type { Snapshot } from './connection';
import { cellText, CELL_END, NO_VALUE, separatedCells } from './cell-table';
import type { DocumentKey } from './document-key';
import type { RelationRead } from './plan';
import { TargetReader } from './target-reader';

const bytes = (cells: readonly (string | null)[]): Uint8Array => {
  const sink = new ByteSink();
  for (const text of cells) {
    if (text === null) sink.byte(NO_VALUE);
    else sink.text(text);
    sink.byte(CELL_END);
  }
  return sink.written();
};

/** A database in which row n belongs to document `d<n>`; rows of 1000 and more are not published. */
function snapshot() {
  const reads: number[] = [];
  const fake: Partial<Snapshot> = {
    dialect: { among: () => '' } as unknown as Snapshot['dialect'],
    query: async (_, values) =>
      (values.at(-1) as number[]).map((id) => [id, `d${id}`, id < 1000 ? id : null]),
    readRecords: async (_, keys: readonly DocumentKey[]) => {
      reads.push(keys.length);
      return separatedCells(bytes(keys.map(({ documentId }) => documentId)), 1, keys.length);
    },
  };
  return { fake: fake as Snapshot, reads };
}

const relation = {
  links: [0],
  rows: {
    model: {
      tableName: 't',
      attributes: Object.fromEntries(
        ['id', 'documentId', 'locale', 'publishedAt'].map((name) => [name, { type: 'x', columnName: name }]),
      ),
      localized: false,
      draftAndPublish: true,
    },
    languages: null,
  },
  query: { expressions: [], joins: '', languages: 1 },
} as unknown as RelationRead;

const batchOf = (links: readonly string[]) => separatedCells(bytes(links), 1, links.length);

describe('TargetReader', () => {
  it('gives the published documents of each row, each once', async () => {
    const { fake } = snapshot();
    const related = await new TargetReader(fake, relation).read(batchOf(['1 5 2 6 3 5', '1 1000', '0 7']));
    const names = [0, 1, 2].map((row) => related.of(row).map((at) => cellText(at.table, at.row, 0)));
    expect(names).toEqual([['d5', 'd6'], [], ['d7']]);
  });

  it('reads a document once for all the rows that lead to it', async () => {
    const { fake, reads } = snapshot();
    const reader = new TargetReader(fake, relation);
    await reader.read(batchOf(['0 5', '0 5', '0 6']));
    await reader.read(batchOf(['0 5', '0 6']));
    expect(reads).toEqual([2]);
  });

  it('keeps the rows of a batch, also when the cache evicts them for the next one', async () => {
    const { fake } = snapshot();
    const reader = new TargetReader(fake, relation, 1);
    const first = await reader.read(batchOf(['0 5']));
    const second = await reader.read(batchOf(['0 6']));
    expect(first.of(0).map((at) => cellText(at.table, at.row, 0))).toEqual(['d5']);
    expect(second.of(0).map((at) => cellText(at.table, at.row, 0))).toEqual(['d6']);
  });

  it.each([
    // Each language has rows of its own of the same documents: 50 and 60 are those of 5 and 6.
    ['1 5 2 6', '1 50 2 60', ['d5', 'd6']],
    // The second language has a link that the first cannot have, and gives the order.
    ['1 5 2 6', '1 50 2 7 3 60', ['d5', 'd7', 'd6']],
    ['1 5', '1 7', ['d5', 'd7']],
    ['', '1 7', ['d7']],
  ])('puts the links of two languages together: "%s" and "%s"', async (first, second, names) => {
    const fake = snapshot().fake as { query: Snapshot['query'] } & Snapshot;
    const rows = (id: number): (string | number | null)[] =>
      id === 7 ? ['d7', null, 7] : id < 10 ? [`d${id}`, id, id * 10] : [`d${id / 10}`, id / 10, id];
    fake.query = async (_, values) => (values.at(-1) as number[]).map((id) => [id, ...rows(id)]);
    const both = { ...relation, links: [0, 1], rows: { ...relation.rows, languages: ['ka', 'en'] } };
    const table = separatedCells(bytes([first || null, second]), 2, 1);
    const related = await new TargetReader(fake, both).read(table);
    expect(related.of(0).map((at) => cellText(at.table, at.row, 0))).toEqual(names);
  });
});
