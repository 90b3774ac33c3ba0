import type { Model, ModelLookup } from '../../datasets/content-model';
import { schemaProblems } from './check-document';
import type { ImportDocument } from './import-document';

const localized = { i18n: { localized: true } };
const BOOK = {
  pluginOptions: localized,
  attributes: {
    title: { type: 'string', required: true, maxLength: 5, pluginOptions: localized },
    isbn: { type: 'string', required: true },
    kind: { type: 'enumeration', required: true, default: 'novel' },
    pages: { type: 'integer', min: 1, max: 10 },
    contact: { type: 'email' },
    shelf: { type: 'string', regex: '^[A-Z]{2}$' },
    note: { type: 'string', minLength: 3 },
    links: { type: 'component', component: 'link', repeatable: true, min: 2, max: 3 },
  },
} as unknown as Model;
const LINK = { attributes: { title: { type: 'string', required: true, maxLength: 3 } } } as unknown as Model;
const models: ModelLookup = (uid) => ({ book: BOOK, link: LINK })[uid];

const book = (more: Partial<ImportDocument>): ImportDocument => ({
  contentType: 'book',
  documentId: 'a1',
  isNew: true,
  place: { file: 'f', table: null, row: 2, column: null },
  shared: { isbn: '1' },
  localized: { en: { title: 'A' } },
  relations: {},
  states: [],
  updatedAt: null,
  ...more,
});
const LINKS = [{ title: 'a' }, { title: 'b' }];
const found = (more: Partial<ImportDocument>) =>
  schemaProblems(models, book(more), new Set(more.isNew === false ? ['en'] : [])).map(
    ({ attribute, locale, code }) => [attribute, locale, code],
  );

it.each<[string, Partial<ImportDocument>, unknown[]]>([
  ['a whole document', {}, []],
  ['a text over its limit', { localized: { en: { title: 'Abcdef' } } }, [['title', 'en', 'text-too-long']]],
  [
    'a language without its title',
    { localized: { en: { title: 'A' }, fr: {} } },
    [['title', 'fr', 'value-required']],
  ],
  ['no isbn', { shared: {} }, [['isbn', null, 'value-required']]],
  ['a change without isbn', { isNew: false, shared: {}, localized: {} }, []],
  ['too many pages', { shared: { isbn: '1', pages: 11 } }, [['pages', null, 'number-out-of-range']]],
  [
    'a change that empties the isbn',
    { isNew: false, shared: { isbn: null } },
    [['isbn', null, 'value-required']],
  ],
  [
    'a change that empties the title',
    { isNew: false, shared: {}, localized: { en: { title: '' } } },
    [['title', 'en', 'value-required']],
  ],
  [
    'a change that adds a language without a title',
    { isNew: false, shared: {}, localized: { fr: { note: 'abc' } } },
    [['title', 'fr', 'value-required']],
  ],
  [
    'no mail address',
    { shared: { isbn: '1', contact: 'a at b' } },
    [['contact', null, 'mail-address-not-understood']],
  ],
  ['a mail address', { shared: { isbn: '1', contact: 'a@example.org' } }, []],
  ['another form', { shared: { isbn: '1', shelf: 'A1' } }, [['shelf', null, 'text-form']]],
  ['a text under its limit', { shared: { isbn: '1', note: 'ab' } }, [['note', null, 'text-too-short']]],
  [
    'a text over the limit of texts that have none',
    { shared: { isbn: 'i'.repeat(256) } },
    [['isbn', null, 'text-too-long']],
  ],
  [
    'a part that is missing',
    { shared: { isbn: '1', links: [...LINKS, { title: null }] } },
    [['links.title', null, 'part-required']],
  ],
  [
    'a part over its limit',
    { shared: { isbn: '1', links: [...LINKS, { title: 'abcd' }] } },
    [['links.title', null, 'text-too-long']],
  ],
  [
    'too few items',
    { shared: { isbn: '1', links: [{ title: 'a' }] } },
    [['links', null, 'items-out-of-range']],
  ],
  ['no items, where none is needed', { shared: { isbn: '1', links: [] } }, []],
  [
    'too many items',
    { shared: { isbn: '1', links: [...LINKS, ...LINKS] } },
    [['links', null, 'items-out-of-range']],
  ],
])('%s', (_, more, expected) => expect(found(more)).toEqual(expected));
