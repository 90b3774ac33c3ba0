import { sourceRecordedAt, type SourceRow } from './recorded-at';

const FIRST = '2026-11-28T10:00:00.000Z';
const LATER = '2026-11-29T10:00:00.000Z';
const row = (values: Partial<SourceRow> = {}): SourceRow => ({
  publishedAt: FIRST,
  updatedAt: FIRST,
  sourceUpdatedOn: '2020-12-31',
  sourceRecordedAt: null,
  ...values,
});
const draft = (values: Partial<SourceRow> = {}) => row({ publishedAt: null, ...values });
const recorded = { sourceRecordedAt: FIRST };

describe('what is public is as the source has it', () => {
  it('up to the latest change of the first publication', () => {
    expect(sourceRecordedAt([draft()], [draft(), row(), row({ updatedAt: LATER })])).toEqual(new Date(LATER));
  });

  it('up to the publication that brings another date of the source, or the first one', () => {
    const after = [row({ ...recorded, updatedAt: LATER, sourceUpdatedOn: '2021-06-30' })];
    expect(sourceRecordedAt([row(recorded)], after)).toEqual(new Date(LATER));
    expect(sourceRecordedAt([row({ sourceUpdatedOn: null })], [row({ updatedAt: LATER })])).toEqual(
      new Date(LATER),
    );
  });

  it.each([
    ['a change is published', [row(recorded)], [row({ ...recorded, updatedAt: LATER })]],
    ['it is published again after it was taken back', [draft(recorded)], [draft(recorded), row(recorded)]],
    ['nothing is public', [draft()], [draft()]],
    ['no source has a date', [], [row({ sourceUpdatedOn: null })]],
  ])('no longer than before where %s', (_, before, after) => {
    expect(sourceRecordedAt(before, after)).toBeUndefined();
  });

  it('no more where the date of the source is taken out', () => {
    expect(sourceRecordedAt([row(recorded)], [row({ ...recorded, sourceUpdatedOn: null })])).toBeNull();
  });
});
