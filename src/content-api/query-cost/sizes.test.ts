import qs from 'qs';
import { contentModel } from './content-model';
import { measureQuery } from './measure-query';
import { leadsTo, pageSize } from './sizes';

const list = (target: string) => ({ type: 'relation', relation: 'oneToMany', target });
type Attributes = Record<string, { type: string; relation?: string; target?: string }>;
const SCHEMAS: Record<string, { attributes: Attributes }> = {
  plan: { attributes: { title: { type: 'string' }, books: list('book'), cover: { type: 'media' } } },
  book: { attributes: { pages: list('page') } },
  page: { attributes: { number: { type: 'integer' } } },
};
const model = contentModel((uid) => SCHEMAS[uid]);
const FAN_OUTS: Record<string, { average: number; most: number }> = {
  'plan books': { average: 10, most: 100 },
  'book pages': { average: 3, most: 20 },
};
const sizes = {
  count: (uid: string) => (uid === 'plan' ? 40 : 1_000),
  fanOut: (uid: string, name: string) => FAN_OUTS[`${uid} ${name}`] ?? { average: 1, most: 1 },
};

describe('the documents of an answer', () => {
  const documents = (text: string, isSingle = false) =>
    measureQuery(qs.parse(text), 'plan', model, { sizes, isSingle }).get('documents');

  it.each([
    ['populate=title', false, 25],
    ['pagination[pageSize]=1000', false, 40],
    ['populate=cover', false, 25 + 25],
    ['populate=books', true, 1 + 100],
    ['populate=books', false, 25 + 350],
    ['pagination[pageSize]=1&populate=books', false, 1 + 100],
    ['populate=books.pages', true, 1 + 100 + 320],
    ['populate[books][populate]=*', true, 1 + 100 + 320],
    ['populate=*', true, 1 + 100 + 1],
  ])('for %s are expected by the size of the content', (text, isSingle, count) => {
    expect(documents(text, isSingle)?.count).toBe(count);
  });

  it('are counted against the parameter that raises them last, and not at all without a size', () => {
    expect(documents('populate=books.pages')?.parameter).toBe('populate[books][populate][pages]');
    expect(measureQuery({ populate: 'books' }, 'plan', model).get('documents')).toBeUndefined();
  });

  it.each([
    ['sort=books.title', 40 * 10],
    ['sort=title&filters[title]=a', undefined],
    ['filters[books][pages][number]=1', 40 * 10 * 3],
    ['filters[$or][0][books][title]=a&filters[$or][1][books][title]=b', 40 * 10 * 10],
    ['filters[books][title]=a&sort=books.pages.number', 40 * 10 * 10 * 3],
  ])('the rows for %s are multiplied by each list', (text, rows) => {
    const measured = measureQuery(qs.parse(text), 'plan', model, { sizes, isSingle: false });
    expect(measured.get('joinedRows')?.count).toBe(rows);
    expect(measureQuery(qs.parse(text), 'plan', model).get('joinedRows')).toBeUndefined();
  });

  it.each([
    [undefined, 25],
    [{}, 25],
    [{ pageSize: '10' }, 10],
    [{ limit: '7' }, 7],
    [{ pageSize: '5000' }, 1_000],
    [{ limit: '-1' }, 1_000],
    [{ pageSize: 'many' }, 1_000],
    ['text', 25],
  ])('are as many as a page has: %j', (pagination, size) => {
    expect(pageSize(pagination)).toBe(size);
  });

  it('are never more than each row could lead to', () => {
    expect(leadsTo(1, { average: 3, most: 3 })).toBe(3);
    expect(leadsTo(5, { average: 0, most: 0 })).toBe(0);
    expect(leadsTo(1_000, { average: 0.5, most: 40 })).toBe(540);
  });
});
