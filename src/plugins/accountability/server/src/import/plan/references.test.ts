import type { ImportProblem, SourcePlace } from '../problem';
import type { KeyFinding } from './document-keys';
import { referencesOf, type ReferenceSettings } from './references';
import { emptyReading, type RowReading } from './row-reading';

/** Bodies, each of which may belong to another one, as they are seen row by row. */
function registry() {
  const seen = new Map<string, SourcePlace>();
  const refused = new Set<string>();
  const problems: ImportProblem[] = [];
  const settings: ReferenceSettings = {
    keys: {
      find: (_type, _key, [code = '']): KeyFinding =>
        seen.has(code) ? { kind: 'one', documentId: code, isNew: true } : { kind: 'none' },
    },
    seen,
    refused,
    add: (problem) => problems.push(problem),
  };
  /** Reads the body of a row, as the planner does: first what it leads to, then itself. */
  const read = (row: number, code: string, parent: string | null, target = 'body') => {
    const reading: RowReading = emptyReading({ file: 'bodies.csv', table: null, row, column: null });
    const reference = { contentType: target, by: ['code'], column: 'Belongs to' };
    reading.references.parent = parent === null ? [] : [{ ...reference, value: parent }];
    const before = problems.length;
    const relations = referencesOf(settings, 'body', reading);
    if (problems.length > before) refused.add(code);
    seen.set(code, reading.place);
    return relations;
  };
  const problemsFound = () =>
    problems.map(({ code, place, values }) => [code, place.row, place.column, values?.value]);
  return { read, problemsFound };
}

describe('rows that lead to rows of their own type', () => {
  it('find those before them', () => {
    const { read, problemsFound } = registry();
    read(2, 'ministry', 'ministry of nobody', 'country');
    expect(read(3, 'agency', 'agency of nobody')).toEqual({ parent: [] });
    expect(problemsFound()).toEqual([
      ['reference-unknown', 2, 'Belongs to', 'ministry of nobody'],
      ['reference-not-before', 3, 'Belongs to', 'agency of nobody'],
    ]);
  });

  it.each([
    ['of two', ['a', 'b'], ['b', 'a']],
    ['of three', ['a', 'b', 'c'], ['c', 'a', 'b']],
    ['of one', ['a'], ['a']],
  ])('are refused in a circle %s, each by its row', (_of, codes, parents) => {
    const { read, problemsFound } = registry();
    codes.forEach((code, at) => read(at + 2, code, parents[at]!));
    expect(problemsFound()).toEqual(
      parents.map((parent, at) => [
        at === 0 ? 'reference-not-before' : 'reference-refused',
        at + 2,
        'Belongs to',
        parent,
      ]),
    );
  });

  it('may lead to each other in a line, the first of it first', () => {
    const { read, problemsFound } = registry();
    expect(read(2, 'top', null)).toEqual({ parent: [] });
    expect(read(3, 'middle', 'top')).toEqual({ parent: ['top'] });
    expect(read(4, 'low', 'middle')).toEqual({ parent: ['middle'] });
    expect(problemsFound()).toEqual([]);
  });
});
