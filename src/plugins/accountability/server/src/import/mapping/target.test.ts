import type { Model, ModelLookup } from '../../datasets/content-model';
import { parseTarget } from './target';

const MODELS: Readonly<Record<string, Model>> = {
  book: {
    pluginOptions: { i18n: { localized: true } },
    attributes: {
      title: { type: 'string', pluginOptions: { i18n: { localized: true } } },
      isbn: { type: 'string' },
      span: { type: 'component', component: 'span' },
      links: { type: 'component', component: 'link', repeatable: true },
      authors: { type: 'relation', relation: 'manyToMany', target: 'author' },
      series: { type: 'relation', relation: 'manyToOne', target: 'series' },
      reviews: { type: 'relation', relation: 'oneToMany', target: 'review', mappedBy: 'book' } as never,
      cover: { type: 'media' },
    },
  },
  author: { attributes: { name: { type: 'string' } } },
  series: { attributes: { code: { type: 'string' } } },
  span: {
    attributes: {
      startDate: { type: 'date' },
      startPrecision: { type: 'enumeration' },
      endDate: { type: 'date' },
      endPrecision: { type: 'enumeration' },
    },
  },
  link: { attributes: { title: { type: 'string' }, url: { type: 'string' } } },
};
const models: ModelLookup = (uid) => MODELS[uid];

it.each([
  ['documentId', { kind: 'document-id' }],
  ['updatedAt', { kind: 'updated-at' }],
  ['title', { kind: 'scalar', attribute: 'title', localized: true }],
  ['isbn', { kind: 'scalar', attribute: 'isbn', localized: false }],
  ['span', { kind: 'timeframe', attribute: 'span' }],
  ['span.endDate', { kind: 'component', attribute: 'span', parts: ['endDate'], repeatable: false }],
  ['links.title:url', { kind: 'component', attribute: 'links', parts: ['title', 'url'], repeatable: true }],
  [
    'authors.name',
    { kind: 'relation', attribute: 'authors', contentType: 'author', by: ['name'], toMany: true },
  ],
  ['series.documentId', { kind: 'relation', by: ['documentId'], toMany: false }],
  ['state(reading)', { kind: 'state', workflow: 'reading', part: 'state' }],
  ['state(reading).asOf', { kind: 'state', workflow: 'reading', part: 'asOf' }],
])('%s is understood', (to, expected) => expect(parseTarget(models, 'book', to)).toMatchObject(expected));

it.each([
  'pages',
  'links',
  'links.colour',
  'authors',
  'authors.age',
  'reviews.code',
  'cover',
  'isbn.part',
  'state(',
  '',
])('"%s" is refused with a reason', (to) =>
  expect(parseTarget(models, 'book', to)).toEqual(expect.stringMatching(/\w/)),
);

it('names a content type that is not there', () =>
  expect(parseTarget(models, 'film', 'title')).toBe('there is no content type "film"'));
