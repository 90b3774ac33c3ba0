import fc from 'fast-check';
import { guardFormula } from '../../export/formats/formula-guard';
import { htmlToMarkdown } from './html-to-markdown';
import { readText } from './read-text';

const html = (text: string) => readText(text, { format: 'html' }).value;
const plain = (text: string) => readText(text, { format: 'plain' }).value;
const codes = (text: string) => readText(text, { format: 'plain' }).problems.map(({ code }) => code);

describe('HTML', () => {
  it.each([
    ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['<a href="https://example.org/a?b=1&amp;c=2">Link</a>', '[Link](https://example.org/a?b=1&c=2)'],
    ['<a href="../file.pdf">File</a>', 'File'],
    ['<a href="javascript:alert(1)">Link</a>', 'Link'],
    ['<ul><li>One</li><li>Two</li></ul>', '-   One\n-   Two'],
    ['<ol><li>One</li><li>Two</li></ol>', '1.  One\n2.  Two'],
    ['<style>p{}</style>A<script>alert(1)</script> <b>bold</b> text', 'A **bold** text'],
    ['<b>3 < 5</b> and x<y', '**3 < 5** and x<y'],
    ['<img src=x onerror=alert(1) alt="A map">', 'A map'],
    ['One<br>Two', 'One\\\nTwo'],
    [
      '<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2|3</td></tr></table>',
      '| A | B |\n| --- | --- |\n| 1 | 2\\|3 |',
    ],
    ['R&amp;D', 'R&D'],
    ['# Title\n\n* item', '# Title\n\n* item'],
  ])('%j is %j', (text, markdown) => {
    expect(html(text)).toBe(markdown);
  });

  it('that is too much or nested too deeply is refused, with its numbers', () => {
    const deep = readText('<div>'.repeat(200), { format: 'html' });
    expect(deep.problems).toEqual([
      { severity: 'error', code: 'text-too-much-markup', values: { count: 200, depth: 200 } },
    ]);
    expect(htmlToMarkdown('<p>a</p>'.repeat(100_000))).toEqual({ count: 200_000, depth: 1 });
    expect(htmlToMarkdown(`${'<p>a</p>'.repeat(2500)}`)).toHaveLength(2500 * 3 - 2);
  });
});

describe('Markdown', () => {
  it('comes back from an export as it was', () => {
    const unit = fc.constantFrom(
      '- ',
      '# ',
      '* ',
      '=',
      '@',
      "'",
      '`',
      '|',
      '\n',
      '&amp;',
      '<',
      '>',
      '[a](b)',
      'ა',
      ' ',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
        expect(readText(guardFormula(text), { format: 'markdown' })).toEqual({ value: text, problems: [] });
      }),
      { numRuns: 2000 },
    );
  });
});

describe('plain text', () => {
  it.each([
    ['One<br/>Two<BR>Three', 'One\nTwo\nThree'],
    ['<p>One</p><p><b>Two</b></p>', 'One\n\nTwo'],
    ['AT&amp;T &nbsp;&lt;b&gt;', 'AT&T  <b>'],
    ['One\r\nTwo\rThree', 'One\nTwo\nThree'],
    ['re\u00adform\ufffc\ufeff', 'reform'],
    ['a\u00a0b, 10\u00a0000 et «\u00a0mot\u00a0» !', 'a b, 10\u00a0000 et «\u00a0mot\u00a0» !'],
    ['e\u0301', '\u00e9'],
    ["'=1+1", '=1+1'],
    ['=1+1', '=1+1'],
    ['- item', '- item'],
    ['@name', '@name'],
  ])('%j is %j', (text, expected) => {
    expect(readText(text, { format: 'plain' })).toEqual({ value: expected, problems: [] });
  });

  it('loses what cannot be shown, with a warning', () => {
    expect(readText('a\u0000b\u0007\ud800c', { format: 'plain' })).toEqual({
      value: 'abc',
      problems: [{ severity: 'warning', code: 'text-control-characters', values: { count: 3 } }],
    });
  });

  const misread = (text: string, encoding: string): string =>
    new TextDecoder(encoding).decode(Buffer.from(text, 'utf8'));
  it.each(['é à la carte', 'it’s', 'ღია მმართველობა', 'Открытое', 'الحكومة'])(
    '%s is warned about where it was read in a wrong encoding',
    (text) => {
      expect(codes(text)).toEqual([]);
      expect(codes(misread(text, 'windows-1252'))).toContain('text-mojibake');
    },
  );
  it.each(['it’s', 'ღია მმართველობა', 'Открытое'])('%s also in Cyrillic', (text) => {
    expect(codes(misread(text, 'windows-1251'))).toContain('text-mojibake');
  });

  it('shows where characters were not decoded', () => {
    expect(readText('caf\ufffd', { format: 'plain' }).problems).toEqual([
      { severity: 'warning', code: 'text-mojibake', values: { excerpt: 'caf\ufffd' } },
    ]);
  });

  it('that is too long names its length and the limit', () => {
    expect(readText('abcdef', { format: 'plain', maxLength: 5, attribute: 'title' })).toEqual({
      value: null,
      problems: [
        { severity: 'error', code: 'text-too-long', values: { length: 6, limit: 5, attribute: 'title' } },
      ],
    });
  });

  it.each([['<'], ['&'], ['<a '], [' '], ['\u00a0'], ['\n']])('of a megabyte of %j is read', (unit) => {
    const text = `x${unit.repeat(1_000_000 / unit.length)}x`;
    expect(plain(text)).toMatch(/^x/);
    expect(html(text)).toMatch(/^x/);
  });
});
