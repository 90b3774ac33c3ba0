import { compare } from './compare';
import type { ExistingDocument } from './existing-documents';
import type { ImportDocument } from './import-document';

const existing = (more: Partial<ExistingDocument> = {}): ExistingDocument => ({
  documentId: 'book',
  shared: {},
  localized: {},
  relations: {},
  orders: {},
  isPublished: true,
  hasPendingChanges: false,
  ...more,
});

const wanted = (more: Partial<ImportDocument> = {}): ImportDocument => ({
  contentType: 'api::book.book',
  documentId: 'book',
  isNew: false,
  place: { file: 'books.csv', table: null, row: 2, column: null },
  shared: {},
  localized: {},
  relations: {},
  states: [],
  updatedAt: null,
  ...more,
});

describe('the comparison of a document with what a source wants', () => {
  it('finds nothing where the source says nothing, or the same', () => {
    const present = existing({
      shared: { isbn: '1' },
      localized: { en: { title: 'A' } },
      relations: { authors: ['x'] },
    });
    expect(compare(present, wanted()).changed).toBeNull();
    const same = wanted({
      shared: { isbn: '1' },
      localized: { en: { title: 'A' } },
      relations: { authors: ['x'] },
    });
    expect(compare(present, same)).toEqual({ changed: null, differences: [] });
  });

  it('keeps only what differs', () => {
    const present = existing({
      shared: { isbn: '1', pages: 3 },
      localized: { en: { title: 'A', text: 'T' } },
    });
    const { changed, differences } = compare(
      present,
      wanted({ shared: { isbn: '1', pages: 4 }, localized: { en: { title: 'B', text: 'T' } } }),
    );
    expect(changed).toMatchObject({ shared: { pages: 4 }, localized: { en: { title: 'B' } } });
    expect(differences).toEqual([
      { attribute: 'pages', locale: null, before: 3, after: 4 },
      { attribute: 'title', locale: 'en', before: 'A', after: 'B' },
    ]);
  });

  it('has an order of links in each language only', () => {
    const orders = {
      authors: [
        ['a', 'c'],
        ['b', 'c'],
      ],
    };
    const present = existing({ relations: { authors: ['a', 'b', 'c'] }, orders });
    const changed = (...authors: string[]) =>
      compare(present, wanted({ relations: { authors } })).changed !== null;
    expect([changed('b', 'a', 'c'), changed('a', 'c', 'b'), changed('b', 'a')]).toEqual([false, true, true]);
  });

  it('knows that workbooks do not distinguish an empty text from none', () => {
    const present = existing({ localized: { en: { title: 'A', text: '' } } });
    const empty = wanted({ localized: { en: { title: 'A', text: null } } });
    expect(compare(present, empty).changed).toMatchObject({ localized: { en: { text: null } } });
    expect(compare(present, empty, { distinguishesEmptyTexts: false }).changed).toBeNull();
  });

  it('knows an item in which a list had to write its separator in another way', () => {
    const present = existing({ shared: { marks: [{ scheme: 'a|b', value: '1' }] } });
    const written = wanted({ shared: { marks: [{ scheme: 'a¦b', value: '1' }] } });
    expect(compare(present, written).changed).toBeNull();
    const other = wanted({ shared: { marks: [{ scheme: 'a¦c', value: '1' }] } });
    expect(compare(present, other).changed).not.toBeNull();
  });

  it('takes a language the document lacks whole', () => {
    const values = { title: 'B', text: null };
    const { changed } = compare(
      existing({ localized: { en: { title: 'A' } } }),
      wanted({ localized: { fr: values } }),
    );
    expect(changed?.localized).toEqual({ fr: values });
  });

  it('compares the order of links', () => {
    const present = existing({ relations: { authors: ['x', 'y'] } });
    expect(compare(present, wanted({ relations: { authors: ['y', 'x'] } })).changed?.relations).toEqual({
      authors: ['y', 'x'],
    });
  });

  it('leaves the parts of a component that the source does not have', () => {
    const present = existing({ shared: { span: { from: '2020-01-01', to: null, note: 'n' } } });
    expect(compare(present, wanted({ shared: { span: { from: '2020-01-01' } } })).changed).toBeNull();
    const { changed } = compare(present, wanted({ shared: { span: { from: '2021-01-01' } } }));
    expect(changed?.shared).toEqual({ span: { from: '2021-01-01', to: null, note: 'n' } });
  });

  it('keeps the other parts of items of a list, also where an item has moved', () => {
    const present = existing({
      shared: {
        links: [
          { title: 'a', url: '1' },
          { title: 'b', url: '2' },
        ],
      },
    });
    expect(
      compare(present, wanted({ shared: { links: [{ title: 'a' }, { title: 'b' }] } })).changed,
    ).toBeNull();
    const { changed } = compare(present, wanted({ shared: { links: [{ title: 'b' }, { title: 'c' }] } }));
    expect(changed?.shared).toEqual({ links: [{ title: 'b', url: '2' }, { title: 'c' }] });
  });

  it('takes a component without values for none, but an empty text for a text', () => {
    const present = existing({ shared: { span: null, links: [], note: null } });
    expect(compare(present, wanted({ shared: { span: { from: null }, links: [] } })).changed).toBeNull();
    expect(compare(present, wanted({ shared: { note: '' } })).changed?.shared).toEqual({ note: '' });
  });

  it('takes a moment in whole seconds for the stored one', () => {
    const present = existing({ shared: { at: '2024-05-01T10:00:00.123Z' } });
    expect(compare(present, wanted({ shared: { at: '2024-05-01T10:00:00.000Z' } })).changed).toBeNull();
    expect(compare(present, wanted({ shared: { at: '2024-05-01T10:00:01.000Z' } })).changed).not.toBeNull();
  });

  it('goes on where only states are new', () => {
    const state = { workflow: 'reading', state: 'read', asOf: null, reason: null, copied: null };
    expect(compare(existing(), wanted({ states: [state] })).changed?.states).toEqual([state]);
  });
});
