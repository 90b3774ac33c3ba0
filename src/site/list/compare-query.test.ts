import type { Plan } from '../content/records';
import { comparedPlans, comparePath, readCompareQuery } from './compare-query';

const plans = ['c', 'b', null, 'a'].map((slug) => ({ id: `plan-${slug}`, slug }) as Plan);

describe('the plans that are compared', () => {
  const slugs = (query: Record<string, unknown>) =>
    comparedPlans(readCompareQuery(query), plans).map(({ slug }) => slug);

  it('are those of the address, else the latest ones that have a page', () => {
    expect(slugs({})).toEqual(['c', 'b']);
    expect(slugs({ plan: 'a', with: 'c' })).toEqual(['a', 'c']);
    expect(slugs({ plan: 'b' })).toEqual(['b', 'c']);
    expect(slugs({ with: 'c' })).toEqual(['b', 'c']);
  });

  it('are two different ones, whatever is asked for', () => {
    expect(slugs({ plan: 'a', with: 'a' })).toEqual(['a', 'c']);
    expect(slugs({ plan: 'x', with: ['a'] })).toEqual(['c', 'b']);
    expect(slugs({ plan: '<b>', with: { $ne: 'a' } })).toEqual(['c', 'b']);
    expect(comparedPlans({ plan: null, other: null }, [])).toEqual([]);
  });

  it('have an address', () => {
    expect(comparePath({ plan: 'a', other: 'b' }, 'ka')).toBe('/compare?plan=a&with=b');
    expect(comparePath({ plan: null, other: null }, 'en')).toBe('/compare?locale=en');
  });
});
