import fc from 'fast-check';
import qs from 'qs';
import { contentModel } from './content-model';
import { exceededLimits } from './exceeded';
import { PUBLIC_QUERY_LIMITS } from './limits';
import { measureQuery } from './measure-query';

const relation = (target: string, kind = 'manyToMany') => ({ type: 'relation', relation: kind, target });
const SCHEMAS: Record<
  string,
  { attributes: Record<string, { type: string; target?: string; component?: string }> }
> = {
  book: {
    attributes: {
      title: { type: 'string' },
      cover: { type: 'media' },
      dates: { type: 'component', component: 'dates' },
      authors: relation('author'),
      chapters: relation('chapter'),
      localizations: relation('book'),
    },
  },
  author: { attributes: { name: { type: 'string' }, books: relation('book'), agent: relation('agent') } },
  agent: { attributes: { name: { type: 'string' }, house: relation('house', 'manyToOne') } },
  house: { attributes: { name: { type: 'string' }, city: relation('city') } },
  city: { attributes: { name: { type: 'string' }, country: relation('country') } },
  country: { attributes: { name: { type: 'string' } } },
  chapter: { attributes: { title: { type: 'string' }, book: relation('book', 'manyToOne') } },
  dates: { attributes: { start: { type: 'date' }, scan: { type: 'media' } } },
};
const model = contentModel((uid) => (Object.hasOwn(SCHEMAS, uid) ? SCHEMAS[uid] : undefined));
/** As parsed by Strapi. */
const parse = (text: string) => qs.parse(text, { arrayLimit: 100, depth: 20 });
const measure = (text: string) =>
  Object.fromEntries([...measureQuery(parse(text), 'book', model)].map(([name, { count }]) => [name, count]));
const refusals = (text: string) =>
  exceededLimits(measureQuery(parse(text), 'book', model), PUBLIC_QUERY_LIMITS);
const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join('&');

describe('what a query of the content API costs', () => {
  it.each([
    ['populate=*', { populated: 5, populateDepth: 1 }],
    ['populate=authors', { populated: 1, populateDepth: 1 }],
    ['populate=authors,chapters', { populated: 2, populateDepth: 1 }],
    ['populate[0]=authors&populate[1]=cover', { populated: 2, populateDepth: 1 }],
    ['populate=authors.agent.house', { populated: 3, populateDepth: 3 }],
    ['populate[authors][populate][agent][fields][0]=name', { populated: 2, populateDepth: 2, listSize: 1 }],
    ['populate[authors][populate]=*', { populated: 3, populateDepth: 2 }],
    ['populate[dates]=true', { populated: 1 }],
    ['populate[dates][populate][scan]=true', { populated: 2 }],
    ['populate[authors]=false', {}],
    ['populate=localizations', { populated: 1, populateDepth: 1 }],
    ['populate[authors][populate][books]=true', { populated: 2, populateDepth: 2, populateReturns: 1 }],
    ['populate=authors.books', { populated: 2, populateDepth: 2, populateReturns: 1 }],
    [
      'populate[localizations][populate][authors][populate][books]=true',
      { populated: 3, populateDepth: 3, populateReturns: 1 },
    ],
    ['populate[title]=true&populate[nothing]=true', {}],
    ['sort=title', { sortKeys: 1 }],
    ['sort=title:asc,authors.name:desc', { sortKeys: 2, joins: 1, listJoins: 1, joinsOfOne: 1 }],
    ['sort[0]=title&sort[1]=authors.agent.name', { sortKeys: 2, joins: 2, listJoins: 2, joinsOfOne: 1 }],
    ['sort[authors][agent][name]=asc', { sortKeys: 1, joins: 2, listJoins: 2, joinsOfOne: 1 }],
    ['sort=title,title', { sortKeys: 2, sortRepeats: 1 }],
    [
      'populate[authors][sort]=agent.name',
      { populated: 1, populateDepth: 1, sortKeys: 1, joins: 1, listJoins: 1, joinsOfOne: 1 },
    ],
    ['filters[title]=a', { filters: 1 }],
    ['filters[title][$in]=a&filters[title][$in]=b', { filters: 1, listSize: 2 }],
    ['filters[authors][agent][name][$eq]=a', { filters: 1, joins: 2, listJoins: 2, joinsOfOne: 1 }],
    ['filters[dates][start][$gt]=2020', { filters: 1, joins: 1, joinsOfOne: 1 }],
    [
      'filters[$or][0][title]=a&filters[$or][1][authors][name]=b',
      { filters: 2, joins: 1, listJoins: 1, joinsOfOne: 1, filterDepth: 1 },
    ],
    ['filters[$not][$and][0][title]=a', { filters: 1, filterDepth: 2 }],
    [
      'populate[authors][filters][books][title]=a',
      { populated: 1, populateDepth: 1, filters: 1, joins: 1, listJoins: 1, joinsOfOne: 1 },
    ],
    ['_q=word', { searchLength: 4 }],
    ['pagination[page]=3&locale=en&fields[0]=title', { listSize: 1 }],
    ['', {}],
  ])('%s', (text, expected) => {
    expect(measure(text)).toEqual(expected);
  });

  it.each([
    ['populateDepth', 'populate=authors.agent.house.city.country', 'populate[authors][agent]'],
    ['populateReturns', 'populate[authors][populate][books]=true', 'populate[authors][populate][books]'],
    ['populateReturns', 'populate[chapters][populate]=book', 'populate[chapters][populate][book]'],
    ['sortKeys', `sort=${Array.from({ length: 11 }, (_, index) => `title${index}`).join()}`, 'sort'],
    ['sortRepeats', 'sort=title,title', 'sort'],
    ['listJoins', 'sort=authors.agent.name,chapters.title,authors.books.title', 'sort'],
    ['joins', `sort=${'authors.agent.house.city.country.name,'.repeat(2)}authors.agent.house.city`, 'sort'],
    ['filters', times(51, (index) => `filters[$and][${index}][title]=${index}`), 'filters[$and][50][title]'],
    [
      'joinsOfOne',
      times(3, (index) => `filters[$or][${index}][authors][name]=a`),
      'filters[$or][2][authors]',
    ],
    ['filterDepth', `filters${'[$not]'.repeat(7)}[title]=a`, `filters${'[$not]'.repeat(7)}`],
    ['listSize', times(101, (index) => `filters[title][$in]=${index}`), 'filters[title][$in]'],
    ['searchLength', `_q=${'a'.repeat(201)}`, '_q'],
  ])('is beyond %s with %.60s', (limit, text, parameter) => {
    const refused = refusals(text);
    expect(refused.map((one) => one.limit)).toContain(limit);
    const one = refused.find((each) => each.limit === limit)!;
    expect(one.received).toBeGreaterThan(one.most);
    if (limit !== 'populateDepth') expect(one.parameter).toBe(parameter);
  });

  it('is measured for any input, and grows with what is added', () => {
    const anything = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 6 },
        fc.string(),
        fc.constant(null),
        fc.boolean(),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(
          fc.constantFrom(
            'populate',
            'filters',
            'sort',
            'fields',
            '$or',
            '$not',
            '$in',
            'authors',
            'books',
            'agent',
            'dates',
            'on',
            '0',
            '*',
            '__proto__',
            'constructor',
          ),
          tie('value'),
          { maxKeys: 4 },
        ),
      ),
    }));
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('populate', 'filters', 'sort', '_q'), anything.value),
        (query) => {
          const measured = measureQuery(query, 'book', model);
          const more = measureQuery(
            { ...query, filters: { $and: [query.filters, { authors: { name: 'a' } }] } },
            'book',
            model,
          );
          const count = (of: typeof measured) => of.get('joins')?.count ?? 0;
          expect(count(more)).toBe(count(measured) + 1);
        },
      ),
    );
  });
});
