import fc from 'fast-check';
import { markdown, plainText } from './markdown';

/** Without the blanks between elements, which mean nothing. */
const made = (text: string, below?: number): string =>
  `${markdown(text, below)}`.replace(/>\n\s*|\n\s*</g, (blank) => blank.trim());

describe('markdown', () => {
  it.each([
    ['one\ntwo\n\nthree', '<p>one<br />two</p><p>three</p>'],
    ['# A\n## B\n###### C', '<h4>A</h4><h5>B</h5><h6>C</h6>'],
    ['- a\n- **b**\n\ntext', '<ul><li>a</li><li><strong>b</strong></li></ul><p>text</p>'],
    ['3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
    ['> a\n> b', '<blockquote><p>a<br />b</p></blockquote>'],
    ['a *b* `c<d`', '<p>a <em>b</em> <code>c&lt;d</code></p>'],
    ['---', '<hr />'],
    ['2 * 3 * 4', '<p>2 * 3 * 4</p>'],
    [
      '[site](https://example.org/?a=1&b=2)',
      '<p><a href="https://example.org/?a=1&amp;b=2" rel="nofollow noopener">site</a></p>',
    ],
    [
      '[post](mailto:a@example.org)',
      '<p><a href="mailto:a@example.org" rel="nofollow noopener">post</a></p>',
    ],
    ['![a picture](https://example.org/x.png)', '<p>a picture</p>'],
    ['#   \n\ntext', '<p>text</p>'],
  ])('makes of %j %s', (text, expected) => {
    expect(made(text)).toBe(expected);
  });

  it.each([
    [2, '# A', '<h3>A</h3>'],
    [1, '### A\n##### B\n#### C\n# D', '<h2>A</h2><h3>B</h3><h3>C</h3><h2>D</h2>'],
    [4, '# A\n## B\n### C', '<h5>A</h5><h6>B</h6><h6>C</h6>'],
    [2, '> # A\n\n## B', '<blockquote><h3>A</h3></blockquote><h4>B</h4>'],
  ])('leaves no level of headings out below one of level %d: %j', (below, text, expected) => {
    expect(made(text, below)).toBe(expected);
  });

  it.each(['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', '//example.org', 'vbscript:x'])(
    'makes no link to %s',
    (address) => {
      expect(made(`[x](${address})`)).not.toContain('<a');
    },
  );

  it('makes no markup but its own, whatever a text holds', () => {
    const piece = fc.constantFrom(
      '<script>',
      '</p>',
      '<img src=x onerror=alert(1)>',
      '**',
      '*',
      '`',
      '[',
      '](',
      ')',
      'javascript:',
      'https://a.b/',
      '"',
      "'",
      '>',
      '\n',
      '# ',
      '- ',
      '1. ',
      '> ',
      'ქართული',
      '&amp;',
      '<https://a.b/"onclick="x>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const tags = made(pieces.join('')).match(/<[^>]*>/g) ?? [];
        for (const tag of tags) {
          expect(tag).toMatch(
            /^<(\/?(p|ul|ol|li|h[4-6]|blockquote|strong|em|code|a)|br \/|hr \/|ol start="\d+"|a href="(https?:|mailto:)[^"<>]*" rel="nofollow noopener")>$/,
          );
        }
      }),
    );
  });

  it('does not take long over hostile repetition', () => {
    const start = Date.now();
    for (const sign of ['*', '[', '`', '> ', '[a](', '**a', '- \n']) made(sign.repeat(20_000));
    expect(Date.now() - start).toBeLessThan(5_000);
  });
});

describe('plainText', () => {
  it('leaves out signs and cuts at a word', () => {
    expect(plainText('# A *b*\n\n- [c](https://d.e) f', 100)).toBe('A b c f');
    expect(plainText('one two three four', 12)).toBe('one two…');
    expect(plainText('x'.repeat(600), 10)).toBe(`${'x'.repeat(9)}…`);
  });
});
