import { kindOfChange, NO_DOCUMENT, type DocumentSnapshot } from './kind-of-change';

const standing = (...rowIds: number[]): DocumentSnapshot => ({ rowIds, exists: true });
const draft = standing();

describe('what the public saw happen', () => {
  it.each([
    ['nothing, when a draft is made', NO_DOCUMENT, draft, null],
    ['nothing, when a draft is deleted', draft, NO_DOCUMENT, null],
    ['nothing, when the public rows are the same', standing(1, 2), standing(2, 1), null],
    ['a new document, when it is published at once', NO_DOCUMENT, standing(1), 'created'],
    ['a new document, when a draft is published', draft, standing(1), 'created'],
    ['a change, when it is published again', standing(1, 2), standing(3, 4), 'updated'],
    ['a change, when a language is added', standing(1), standing(1, 2), 'updated'],
    ['a change, when a language is taken away', standing(1, 2), standing(2), 'updated'],
    ['its end, when the draft stays', standing(1, 2), draft, 'unpublished'],
    ['its end, when nothing stays', standing(1), NO_DOCUMENT, 'deleted'],
  ] as const)('is %s', (_what, before, after, kind) => {
    expect(kindOfChange(before, after, false)).toBe(kind);
  });

  it('is a change, when the rows that stayed were written to', () => {
    expect(kindOfChange(standing(1), standing(1), true)).toBe('updated');
    expect(kindOfChange(draft, draft, true)).toBeNull();
  });
});
