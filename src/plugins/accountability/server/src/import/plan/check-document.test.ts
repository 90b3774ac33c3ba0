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
    links: { type: 'component', component: 'link', repeatable: true },
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
const found = (more: Partial<ImportDocument>) =>
  schemaProblems(models, book(more)).map(({ attribute, locale, code }) => [attribute, locale, code]);

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
    'a part that is missing',
    { shared: { isbn: '1', links: [{ title: null }] } },
    [['links', null, 'part-required']],
  ],
  [
    'a part over its limit',
    { shared: { isbn: '1', links: [{ title: 'abcd' }] } },
    [['links', null, 'text-too-long']],
  ],
])('%s', (_, more, expected) => expect(found(more)).toEqual(expected));
