import { kindOfChange, NO_DOCUMENT, type DocumentSnapshot } from './kind-of-change';

const snapshot = (...rowIds: number[]): DocumentSnapshot => ({ rowIds, exists: true });
const draft = snapshot();

describe('what the public saw happen', () => {
  it.each([
    ['nothing, when a draft is made', NO_DOCUMENT, draft, null],
    ['nothing, when a draft is deleted', draft, NO_DOCUMENT, null],
    ['nothing, when the public rows are the same', snapshot(1, 2), snapshot(2, 1), null],
    ['a new document, when it is published at once', NO_DOCUMENT, snapshot(1), 'created'],
    ['a new document, when a draft is published', draft, snapshot(1), 'created'],
    ['a change, when it is published again', snapshot(1, 2), snapshot(3, 4), 'updated'],
    ['a change, when a language is added', snapshot(1), snapshot(1, 2), 'updated'],
    ['a change, when a language is taken away', snapshot(1, 2), snapshot(2), 'updated'],
    ['its end, when the draft stays', snapshot(1, 2), draft, 'unpublished'],
    ['its end, when nothing stays', snapshot(1), NO_DOCUMENT, 'deleted'],
  ] as const)('is %s', (_what, before, after, kind) => {
    expect(kindOfChange(before, after, false)).toBe(kind);
  });

  it('is a change, when the rows that stayed were written to', () => {
    expect(kindOfChange(snapshot(1), snapshot(1), true)).toBe('updated');
    expect(kindOfChange(draft, draft, true)).toBeNull();
  });
});
