import fc from 'fast-check';
import { parseCommentsQuery } from './read-query';
import { Refusal } from './refusal';

const parse = (query: Record<string, unknown>) => parseCommentsQuery(query, ['ka', 'en']);
const refused = (query: Record<string, unknown>): string => {
  try {
    parse(query);
    return 'taken';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return `${error.content.status} ${error.content.values?.parameter}`;
  }
};

describe('the parameters of a page of comments', () => {
  it('have usual values', () => {
    const usual = { page: 1, pageSize: 25, newestFirst: true, locale: null, parent: null };
    expect(parse({})).toEqual(usual);
    expect(
      parse({
        sort: 'createdAt:asc',
        locale: 'en',
        parent: 'abc1',
        pagination: { page: '3', pageSize: '100' },
      }),
    ).toEqual({ page: 3, pageSize: 100, newestFirst: false, locale: 'en', parent: 'abc1' });
  });

  it.each([
    [{ filters: { authorEmail: { $contains: 'a' } } }, '400 filters'],
    [{ populate: '*' }, '400 populate'],
    [{ fields: ['authorEmail'] }, '400 fields'],
    [{ sort: 'authorEmail:asc' }, '400 sort'],
    [{ sort: ['createdAt:asc'] }, '400 sort'],
    [{ status: 'draft' }, '400 status'],
    [{ locale: 'fr' }, '400 locale'],
    [{ locale: '*' }, '400 locale'],
    [{ parent: "'" }, '400 parent'],
    [{ parent: { $ne: '' } }, '400 parent'],
    [{ pagination: { page: '0' } }, '400 pagination[page]'],
    [{ pagination: { page: '1e9' } }, '400 pagination[page]'],
    [{ pagination: { pageSize: '101' } }, '400 pagination[pageSize]'],
    [{ pagination: { start: '1' } }, '400 pagination[start]'],
    [{ pagination: 'x' }, '400 pagination'],
  ])('refuses %j with its name', (query, expected) => {
    expect(refused(query)).toBe(expected);
  });

  it('are taken or refused, whatever they are', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (query) => {
        expect(refused(query)).toMatch(/^(taken$|400 )/);
      }),
    );
  });
});
