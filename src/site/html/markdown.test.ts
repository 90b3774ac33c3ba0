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
    ['one<br/>two<BR>three', '<p>one<br />two<br />three</p>'],
    ['one<br>\ntwo<br><br>three<br/>', '<p>one<br />two</p><p>three</p>'],
    ['<p>One</p>\n<p class="x">two</p><div>three</div>', '<p>One</p><p>two</p><p>three</p>'],
    ['<p>&nbsp;</p>text&nbsp;&amp; more', '<p>text\u00a0&amp; more</p>'],
    [
      '<ul><li>a</li>\n<li><b>b</b> c</ul>text',
      '<ul><li>a</li><li><strong>b</strong> c</li></ul><p>text</p>',
    ],
    ['<ol start=3><li>a<li>b</ol>', '<ol start="3"><li>a</li><li>b</li></ol>'],
    [
      '<ul><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ul>',
      '<ul><li><p>a</p><ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ul>',
    ],
    ['<li>a</li><li>b</li> text', '<ul><li>a</li><li>b</li></ul><p>text</p>'],
    ['<blockquote>a<hr>b</blockquote>', '<blockquote><p>a</p><hr /><p>b</p></blockquote>'],
    ['<h1>A <i>b</i></h1><h2></h2>c', '<h4>A <em>b</em></h4><p>c</p>'],
    [
      '<b>one<br>two</b> <del>x</del> H<sub>2</sub>O',
      '<p><strong>one<br />two</strong> <s>x</s> H<sub>2</sub>O</p>',
    ],
    ['<b>a <i>b</b> c</i>', '<p><strong>a <em>b</em></strong> c</p>'],
    ['**a <em>b</em>** <u>c</u>', '<p><strong>a <em>b</em></strong> c</p>'],
    [
      'see <a href= "https://a.b/?c=1&amp;d=2" onclick="x" style="y">the <b>page</b></a>',
      '<p>see <a href="https://a.b/?c=1&amp;d=2" rel="nofollow noopener">the <strong>page</strong></a></p>',
    ],
    [
      '<a href="https://a.b/">[c](https://d.e/)</a>',
      '<p><a href="https://a.b/" rel="nofollow noopener">c</a></p>',
    ],
    ['<a href="/here">a</a> <a name="x">b</a>', '<p>a b</p>'],
    ['- a<br>b\n- <span>c</span>', '<ul><li>a<br />b</li><li>c</li></ul>'],
    ['<img src="https://a.b/c.png" alt="A &quot;map&quot;" onerror="x">', '<p>A &quot;map&quot;</p>'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', '<p>a b</p><p>c</p>'],
    ['<script>alert("x")</script><style>p{}</style><!-- y -->text', '<p>text</p>'],
    ['`<br>` and &lt;br&gt;', '<p><code>&lt;br&gt;</code> and &lt;br&gt;</p>'],
    ['3 < 5 and x<y, <5%, R&D, AT&amp;T', '<p>3 &lt; 5 and x&lt;y, &lt;5%, R&amp;D, AT&amp;T</p>'],
    ['x<y>z and i<b and c>', '<p>x&lt;y&gt;z and i&lt;b and c&gt;</p>'],
  ])('shows what the HTML of %j means', (text, expected) => {
    expect(made(text)).toBe(expected);
  });

  it('shows elements within elements to a limit, and all the text', () => {
    const nested = made(`${'<ul><li>a'.repeat(50)}${'<b>b<i>'.repeat(50)}`);
    expect(nested.match(/<ul>/g)).toHaveLength(5);
    expect(nested.match(/<strong>/g)).toHaveLength(8);
    expect(nested.replace(/<[^>]*>/g, '')).toBe('a'.repeat(50) + 'b'.repeat(50));
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
      expect(made(`<a href="${address}">x</a>`)).toBe('<p>x</p>');
      expect(made(`<a href="&#32;${address.replace(':', '&colon;')}">x</a>`)).not.toMatch(
        /<a [^>]*(script|data):/i,
      );
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
      '<a href="',
      "<a href='javascript:x'>",
      '</a>',
      '<b>',
      '</i>',
      '<ul>',
      '<li onclick="x">',
      '</ul>',
      '<br/>',
      '<h2>',
      '<blockquote>',
      '<svg onload=x>',
      '<style>',
      '&lt;script&gt;',
      '&#60;img src=x&#62;',
      '\u0001' + '0\u0002',
      '\u0003',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const tags = made(pieces.join('')).match(/<[^>]*>/g) ?? [];
        for (const tag of tags) {
          expect(tag).toMatch(
            /^<(\/?(p|ul|ol|li|h[4-6]|blockquote|strong|em|code|sub|sup|s|a)|br \/|hr \/|ol start="\d+"|a href="(https?:|mailto:)[^"<>]*" rel="nofollow noopener")>$/,
          );
        }
      }),
    );
  });

  it('does not take long over hostile repetition', () => {
    const start = Date.now();
    const signs = [
      '*',
      '[',
      '`',
      '> ',
      '[a](',
      '**a',
      '- \n',
      '<ul>',
      '<li>',
      '<b>',
      '<br> ',
      '<a href="',
      '<p>\n',
      'a\n\n',
    ];
    for (const sign of signs) made(sign.repeat(20_000));
    expect(Date.now() - start).toBeLessThan(5_000);
  });
});

describe('plainText', () => {
  it('leaves out tags and decodes character references', () => {
    expect(plainText('<p>A <b>b</b><br/>c&nbsp;d</p><ul><li>AT&amp;T</li></ul> 3 < 5', 100)).toBe(
      'A b c d AT&T 3 < 5',
    );
  });

  it('leaves out signs and cuts at a word', () => {
    expect(plainText('# A *b*\n\n- [c](https://d.e) f', 100)).toBe('A b c f');
    expect(plainText('one two three four', 12)).toBe('one two…');
    expect(plainText('x'.repeat(600), 10)).toBe(`${'x'.repeat(9)}…`);
  });
});
