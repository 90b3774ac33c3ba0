import { plainTitle } from './plain-title';

describe('plainTitle', () => {
  it.each([
    ['Open budget', 'Open budget'],
    ['<b>Open</b> budget &amp; AT&T, 3 < 5', 'Open budget & AT&T, 3 < 5'],
    ['One\r\n- Two\u2028Three\u0085Four\tFive', 'One - Two Three Four Five'],
    ['\u202Ereversed\u202C and \u2067isolated', 'reversed and isolated'],
    ['&#8238;written as a reference&#10;and a line', 'written as a reference and a line'],
    ['ქართული \u200Fעברית\u200E', 'ქართული \u200Fעברית\u200E'],
    ['\u0000\u0007', ''],
  ])('%j is %j', (text, title) => {
    expect(plainTitle(text)).toBe(title);
  });
});
