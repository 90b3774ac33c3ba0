import { isWebAddress } from './web-address';

it.each([
  ['https://ogp.gov.ge/en/', true],
  ['http://localhost:1337/x?y#z', true],
  ['https://საქართველო.გე/', true],
  ['ogp.gov.ge', false],
  ['javascript:alert(1)', false],
  ['ftp://example.org', false],
  ['https://', false],
  ['https://exa mple.org', false],
])('%s: %s', (text, expected) => {
  expect(isWebAddress(text)).toBe(expected);
});
