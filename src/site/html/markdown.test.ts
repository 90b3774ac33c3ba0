import { loadHtmlTree } from './html-tree';
import { markdown, plainText } from './markdown';

beforeAll(loadHtmlTree);

/** Without the insignificant whitespace between elements. */
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
    ['_a_ snake_case ~~b~~ \\*c\\*', '<p><em>a</em> snake_case <s>b</s> *c*</p>'],
    ['***a***\n**b *c* d**', '<p><em><strong>a</strong></em><br /><strong>b <em>c</em> d</strong></p>'],
    ['- a\n  - b\n  - c\n- d', '<ul><li><p>a</p><ul><li>b</li><li>c</li></ul></li><li>d</li></ul>'],
    ['- a\n\n- b\nc', '<ul><li>a</li><li>b</li></ul><p>c</p>'],
    ['text\n1. a\n2. b\ntext', '<p>text</p><ol start="1"><li>a</li><li>b</li></ol><p>text</p>'],
    ['```\n*a* <b>\n```', '<pre><code>*a* &lt;b&gt;</code></pre>'],
    ['a  \nb\\\nc', '<p>a<br />b<br />c</p>'],
    ['Title\n===\n| a | b |\n|---|---|', '<p>Title<br />===<br />| a | b |<br />|---|---|</p>'],
    [
      '<https://example.org/x_y_z> <me@example.org>',
      '<p><a href="https://example.org/x_y_z" rel="nofollow noopener">https://example.org/x_y_z</a> <a href="mailto:me@example.org" rel="nofollow noopener">me@example.org</a></p>',
    ],
    [
      '[a](https://ka.wikipedia.org/wiki/ქართული_(ენა) "title")',
      '<p><a href="https://ka.wikipedia.org/wiki/ქართული_(ენა)" rel="nofollow noopener">a</a></p>',
    ],
    ['[a](/b)', '<p>[a](/b)</p>'],
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
      // Links cannot be nested: the inner one is kept, as in browsers.
      '<a href="https://a.b/">[c](https://d.e/)</a>',
      '<p><a href="https://d.e/" rel="nofollow noopener">c</a></p>',
    ],
    ['<a href="/here">a</a> <a name="x">b</a>', '<p>a b</p>'],
    ['- a<br>b\n- <span>c</span>', '<ul><li>a<br />b</li><li>c</li></ul>'],
    ['<img src="https://a.b/c.png" alt="A &quot;map&quot;" onerror="x">', '<p>A &quot;map&quot;</p>'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', '<p>a b</p><p>c</p>'],
    ['<script>alert("x")</script><style>p{}</style><!-- y -->text', '<p>text</p>'],
    ['`<br>` and &lt;br&gt;', '<p><code>&lt;br&gt;</code> and &lt;br&gt;</p>'],
    ['3 < 5 and x<y, <5%, R&D, AT&amp;T', '<p>3 &lt; 5 and x&lt;y, &lt;5%, R&amp;D, AT&amp;T</p>'],
    ['    <div>\n        **a**\n    </div>', '<p><strong>a</strong></p>'],
    ['<ul>\n<li>a</li>\n\n<li>*b*</li>\n</ul>\n\nc', '<ul><li>a</li><li><em>b</em></li></ul><p>c</p>'],
    ['<b>a\n\nb</b>', '<p><strong>a</strong></p><p>b</p>'],
    ['**a<p>b</p>**', '<p><strong>a<br />b<br /></strong></p>'],
    ['<h2><p>a</p><p>b</p></h2>', '<h4>a b</h4>'],
    ['<style>\np {}\n\nb {}\n</style>a', '<p>a</p>'],
    [`<img src="data:image/png;base64,${'A'.repeat(9_000)}" alt="a">`, '<p>a</p>'],
    ['x<y>z and i<b and c>', '<p>x&lt;y&gt;z and i&lt;b and c&gt;</p>'],
  ])('shows what the HTML of %j means', (text, expected) => {
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
      expect(made(`<a href="${address}">x</a>`)).toBe('<p>x</p>');
      expect(made(`<a href="&#32;${address.replace(':', '&colon;')}">x</a>`)).not.toMatch(
        /<a [^>]*(script|data):/i,
      );
    },
  );

  it('shows a text that is too long for markup as it was written', () => {
    const long = `**a** <b>b</b>\n\n${'c '.repeat(25_000)}`;
    expect(made(long)).toMatch(/^<p>\*\*a\*\* &lt;b&gt;b&lt;\/b&gt;<\/p><p>c c /);
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
