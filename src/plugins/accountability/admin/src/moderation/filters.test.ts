import { changed, filtersIn, parametersOf } from './filters';

describe('the filters of the queue', () => {
  it('are in the address of the page, and nothing else is', () => {
    expect(filtersIn(new URLSearchParams('search=a%26b&score=60&state=&token=1'))).toEqual({
      search: 'a&b',
      score: '60',
    });
  });

  it('are changed one by one, and an empty one goes', () => {
    expect(changed({ search: 'a', score: '60' }, { search: '', language: 'ka' })).toEqual({
      score: '60',
      language: 'ka',
    });
    expect(changed({ reported: 'true' }, { reported: undefined, state: 'spam' })).toEqual({ state: 'spam' });
  });

  it.each([
    [{}, 'state=new'],
    [{ state: 'all' }, ''],
    [{ state: 'spam', order: 'newest' }, 'state=spam&order=newest'],
    [{ reported: 'true' }, 'reported=true'],
    [{ reported: 'true', state: 'spam' }, 'state=spam&reported=true'],
    [{ search: 'ა & b' }, `state=new&search=${encodeURIComponent('ა')}+%26+b`],
  ])('%j asks the server for %s', (filters, parameters) => {
    expect(parametersOf(filters, 'new')).toBe(parameters);
  });
});
