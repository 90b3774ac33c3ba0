import { commitmentPath, pagePath, webAddress } from './addresses';

describe('addresses', () => {
  it('are bare in the default language, and leave out what is empty', () => {
    expect(pagePath('/data', 'ka')).toBe('/data');
    expect(pagePath('/data', 'en', { q: '', page: null, plan: 'a b' })).toBe('/data?plan=a+b&locale=en');
  });

  it('encode what names a page', () => {
    expect(commitmentPath('a/b?"', 'ka')).toBe('/commitments/a%2Fb%3F%22');
  });

  it.each([
    ['https://example.org/?a=b', true],
    ['http://example.org', true],
    ['javascript:alert(1)', false],
    [' JavaScript:alert(1)', false],
    ['data:text/html,<script>', false],
    ['//example.org', false],
    ['not an address', false],
    [null, false],
  ])('lead to the web only: %j %s', (text, isWeb) => {
    expect(webAddress(text)).toBe(isWeb ? text : null);
  });
});
