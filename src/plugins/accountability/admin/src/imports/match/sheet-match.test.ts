import type { SavedTable } from '../../../../shared/saved-mapping';
import type { Confidence, ContentView, FieldView, ProposedColumn, ProposedSheet } from '../contract';
import { shownConstants } from './constants';
import { heldAs, matchesOf, tablesOfMatches } from './sheet-match';

const field = (to: string, more: Partial<FieldView> = {}): FieldView => ({
  to,
  label: to,
  required: false,
  isLocalized: false,
  isList: false,
  isDate: false,
  codes: null,
  ...more,
});
const BOOKS: ContentView = {
  name: 'books',
  label: 'Books',
  keys: [['shelf', 'title'], ['title']],
  fields: [
    field('title', { required: true, isLocalized: true }),
    field('shelf.code', { required: true }),
    field('authors.name', { isList: true, codes: [{ code: 'b', label: 'B', words: [] }] }),
  ],
};
const SHELVES: ContentView = { name: 'shelves', label: 'Shelves', keys: [['code']], fields: [field('code')] };

const column = (header: string, to: string | null, confidence: Confidence = 'sure'): ProposedColumn => ({
  header,
  to,
  locale: null,
  confidence,
  couldBe: to === null ? [] : [to],
});
const sheet = (more: Partial<ProposedSheet> = {}): ProposedSheet => ({
  file: 'library.xlsx',
  table: 'Books',
  holds: 'books',
  couldHold: [],
  savedTable: null,
  texts: [['Anna'], ['a', 'B']],
  columns: {
    books: [
      column('Title', 'title'),
      column('By', 'authors.name', 'unsure'),
      column('Note', null, 'unknown'),
    ],
    shelves: [
      column('Title', null, 'unknown'),
      column('By', null, 'unknown'),
      column('Note', null, 'unknown'),
    ],
  },
  ...more,
});
const proposalOf = (...sheets: ProposedSheet[]) => ({ contents: [BOOKS, SHELVES], sheets });

describe('the match of a sheet with fields', () => {
  it('takes what is sure and leaves out what is not', () => {
    const proposal = proposalOf(sheet());
    const [match] = matchesOf(proposal, null);
    expect(match?.columns.map(({ to }) => to)).toEqual(['title', '', '']);
    expect(tablesOfMatches([match!], proposal.contents)).toEqual([
      { holds: 'books', columns: [{ from: 'Title', to: 'title' }] },
    ]);
  });

  it('has a value for every row of what is needed and has no column', () => {
    const proposal = proposalOf(sheet());
    const [match] = matchesOf(proposal, null);
    expect(shownConstants(match!, BOOKS).map(({ to }) => to)).toEqual(['shelf.code']);
    const filled = {
      ...match!,
      constants: [{ to: 'shelf.code', locale: '', value: ' A1 ', further: {} }],
    };
    expect(tablesOfMatches([filled], proposal.contents)[0]?.columns).toContainEqual({
      constant: 'A1',
      to: 'shelf.code',
    });
  });

  it('names the sheets where there are several, and leaves out those that are not read', () => {
    const proposal = proposalOf(
      sheet(),
      sheet({ file: 'other.xlsx' }),
      sheet({ table: 'More' }),
      sheet({ table: 'Notes', holds: null }),
    );
    const tables = tablesOfMatches(matchesOf(proposal, null), proposal.contents);
    expect(tables.map(({ files }) => files)).toEqual([['library/Books'], ['other/Books'], ['More']]);
  });

  it('proposes again for other content', () => {
    const proposal = proposalOf(sheet());
    const [match] = matchesOf(proposal, null);
    const other = heldAs(proposal, { ...match!, dateOrder: 'dmy' }, 'shelves');
    expect(other).toMatchObject({ holds: 'shelves', dateOrder: 'dmy' });
    expect(other.columns.map(({ to }) => to)).toEqual(['', '', '']);
  });

  it('is that of a saved mapping, of which nothing is lost', () => {
    const saved: SavedTable = {
      holds: 'books',
      files: ['Books*'],
      key: ['title'],
      dateOrder: 'mdy',
      columns: [
        { from: 'title', to: 'title', locale: 'en' },
        { from: 'By', to: 'authors.name', separators: ['/', 'br'], values: { a: 'b' } },
        { from: 'Not here', to: 'title', locale: 'fr' },
        { constant: 'A1', to: 'shelf.code' },
        { constant: 'Untitled', to: 'title', locale: 'ka' },
      ],
    };
    const proposal = proposalOf(sheet({ savedTable: 0 }), sheet({ table: 'Notes' }));
    const matches = matchesOf(proposal, [saved]);
    expect(matches[0]?.columns.map(({ to }) => to)).toEqual(['title', 'authors.name', '']);
    expect(matches[1]?.holds).toBe('');
    const [table, ...more] = tablesOfMatches(matches, proposal.contents);
    expect(more).toEqual([]);
    expect(table).toEqual({ ...saved, columns: expect.any(Array) });
    // Letter case does not matter in headers; the sheet's own is kept.
    const [first, by, elsewhere, shelf, untitled] = saved.columns;
    expect(table?.columns).toEqual([{ ...first, from: 'Title' }, by, elsewhere, untitled, shelf]);
  });
});
