import { ByteSink } from '../bytes/byte-sink';
import type { Snapshot } from './connection';
import { cellText, CELL_END, separatedCells } from './cell-table';
import type { DocumentKey } from './document-key';
import type { RelationRead } from './plan';
import { TargetReader } from './target-reader';

const bytes = (cells: readonly string[]): Uint8Array => {
  const sink = new ByteSink();
  for (const text of cells) {
    sink.text(text);
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
  links: 0,
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
    const related = await new TargetReader(fake, relation).read(
      batchOf(['0 1 5 0 2 6 0 3 5', '0 1 1000', '0 0 7']),
    );
    const names = [0, 1, 2].map((row) => related.of(row).map((at) => cellText(at.table, at.row, 0)));
    expect(names).toEqual([['d5', 'd6'], [], ['d7']]);
  });

  it('reads a document once for all the rows that lead to it', async () => {
    const { fake, reads } = snapshot();
    const reader = new TargetReader(fake, relation);
    await reader.read(batchOf(['0 0 5', '0 0 5', '0 0 6']));
    await reader.read(batchOf(['0 0 5', '0 0 6']));
    expect(reads).toEqual([2]);
  });

  it('leaves a batch what it was given, also when it forgets it for the next one', async () => {
    const { fake } = snapshot();
    const reader = new TargetReader(fake, relation, 1);
    const first = await reader.read(batchOf(['0 0 5']));
    const second = await reader.read(batchOf(['0 0 6']));
    expect(first.of(0).map((at) => cellText(at.table, at.row, 0))).toEqual(['d5']);
    expect(second.of(0).map((at) => cellText(at.table, at.row, 0))).toEqual(['d6']);
  });
});
