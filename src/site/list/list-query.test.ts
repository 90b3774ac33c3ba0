import fc from 'fast-check';
import { FILTERS, isNarrowed, listParameters, listPath, readListQuery } from './list-query';

const read = (address: string) =>
  readListQuery(Object.fromEntries(new URL(address, 'https://site.example').searchParams));

describe('the query of the list', () => {
  it('is what is usual where nothing is asked for', () => {
    const query = readListQuery({});
    expect(query).toMatchObject({ search: '', sort: 'plan', page: 1 });
    expect(isNarrowed(query)).toBe(false);
    expect(listPath(query, 'ka')).toBe('/commitments');
    expect(listPath(query, 'en')).toBe('/commitments?locale=en');
  });

  it('reads what is in the address, and writes it back the same', () => {
    const address =
      '/commitments?q=%E1%83%A6%E1%83%98%E1%83%90&status=completed&year=2019&sort=-end&page=3&locale=en';
    const query = read(address);
    expect(query).toMatchObject({ search: 'ღია', sort: '-end', page: 3 });
    expect(query.filters).toMatchObject({ status: 'completed', year: '2019', agency: null });
    expect(listPath(query, 'en', { page: query.page })).toBe(address);
  });

  it.each([
    { sort: 'password' },
    { page: '-1' },
    { page: '1e9' },
    { page: ['x', '2'] },
    { year: '2019 OR 1=1' },
    { overdue: 'perhaps' },
    { status: { $ne: 'x' } },
    { q: { a: 'b' } },
  ])('passes over what cannot be read: %j', (query) => {
    expect(listParameters(readListQuery(query))).toEqual(listParameters(readListQuery({})));
  });

  it('leads back to the first page with every change', () => {
    expect(listPath(read('/commitments?page=4'), 'ka', { sort: 'title' })).toBe('/commitments?sort=title');
  });

  it('takes anything without failing', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('q', 'page', 'sort', ...FILTERS), fc.anything()), (query) => {
        const once = listPath(readListQuery(query), 'en');
        expect(listPath(read(once), 'en')).toBe(once);
      }),
    );
  });
});
