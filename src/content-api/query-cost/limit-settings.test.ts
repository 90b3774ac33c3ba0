import { configuredLimitsProblem, limitsOrStandard, limitsProblem } from './limit-settings';
import { PUBLIC_QUERY_LIMITS, TOKEN_QUERY_LIMITS } from './limits';

describe('the limits of queries as settings', () => {
  const given = (text: string) => limitsOrStandard(() => text, 'PUBLIC_QUERY_LIMITS');

  it.each(['', ' ', ','])('are the standard ones where “%s” is set', (text) => {
    expect(limitsProblem(text)).toBeNull();
    expect(given(text)).toEqual(PUBLIC_QUERY_LIMITS);
  });

  it('change those that are named', () => {
    expect(given('length=4000, sortKeys = 0')).toEqual({ ...PUBLIC_QUERY_LIMITS, length: 4000, sortKeys: 0 });
    expect(limitsOrStandard(() => 'joins=3', 'TOKEN_QUERY_LIMITS')).toEqual({
      ...TOKEN_QUERY_LIMITS,
      joins: 3,
    });
  });

  it.each([
    ['lenght=4000', 'there is no limit "lenght"; there are length,'],
    ['__proto__=1', 'there is no limit "__proto__"'],
    ['length', 'name=number, with a number up to 1000000, not "length"'],
    ['length=-1', 'not "length=-1"'],
    ['length=1e3', 'not "length=1e3"'],
    ['length=9999999', 'not "length=9999999"'],
  ])('%s is refused, and changes nothing', (text, problem) => {
    expect(limitsProblem(text)).toContain(problem);
    expect(given(text)).toEqual(PUBLIC_QUERY_LIMITS);
  });

  it('are checked as they are configured', () => {
    const right = { public: PUBLIC_QUERY_LIMITS, token: TOKEN_QUERY_LIMITS };
    expect(configuredLimitsProblem(right)).toBeNull();
    expect(configuredLimitsProblem({ ...right, token: { ...TOKEN_QUERY_LIMITS, joins: '3' } })).toContain(
      'token.joins',
    );
    expect(configuredLimitsProblem({ ...right, public: {} })).toContain('public.length');
    expect(configuredLimitsProblem(undefined)).not.toBeNull();
  });
});
