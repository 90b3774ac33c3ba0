import fc from 'fast-check';
import { oneLine } from './one-line';
import { tokensOf, withoutHidden } from './tokens';

describe('oneLine', () => {
  it.each([
    ['word<br/>next', 'word next'],
    ['word <BR> next', 'word next'],
    ['<div class="x">One</div><div>two</div>', 'One two'],
    ['A&nbsp;title &amp; more&#33;', 'A title & more!'],
    ['AT&amp;T and R&D', 'AT&T and R&D'],
    ['re<b>mark</b>able', 'remarkable'],
    ['<a href= "https://a.b/?c=<d>">Link</a>', 'Link'],
    ['<a href="x"target="_blank">Link</a>', 'Link'],
    ["<td nowrap width='1'>a</td><td>b</td>", 'a b'],
    ['<p>Text<o:p></o:p></p>', 'Text'],
    ['<!-- note -->Text<!doctype html><?xml version="1.0"?><![endif]>', 'Text'],
    ['<style>p { color: red }</style>Text<script>alert("<br>")</script>', 'Text'],
    ['an unclosed <script> stays readable', 'an unclosed stays readable'],
    ['<img src=x onerror=alert(1) alt="A map">', 'A map'],
    ['&lt;br&gt; is a tag', '<br> is a tag'],
  ])('makes of %j %j', (text, expected) => {
    expect(oneLine(text)).toBe(expected);
  });

  it.each([
    '3 < 5 and x<y',
    'a <b and c> d',
    '<5% of 10>9',
    'x<y>z',
    'R&D',
    'a&copy=1',
    '<https://example.org>',
    '<me@example.org>',
    'i<3',
    'p<a|b>',
    '<',
    'a < b\n',
  ])('leaves %j, which has no tag', (text) => {
    expect(oneLine(text)).toBe(text.trim());
  });

  it('leaves a text without signs of markup exactly as it is', () => {
    expect(oneLine(' two  blanks\n')).toBe(' two  blanks\n');
  });

  it('leaves no tag, whatever is beside it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[<>&"'=`]/g, '')),
        fc.constantFrom('<br>', '<div onclick="x">', '</p >', '<IMG SRC=x>', '<a\nhref="y">'),
        fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[<>&"'=`]/g, '')),
        (before, tag, after) => {
          expect(oneLine(before + tag + after)).not.toMatch(/[<>]/);
        },
      ),
    );
  });
});

describe('tokensOf', () => {
  const HOSTILE = [
    '<',
    '<a ',
    '<a b="',
    `<a b='<a b="`,
    '<a b=" b="',
    '<!--',
    '<script>',
    '<![',
    '`',
    '<a' + ' '.repeat(50),
    '&amp',
  ];

  it('reads long hostile texts, and loses nothing that is no markup', () => {
    for (const sign of HOSTILE) {
      const text = `${sign.repeat(100_000)}end`;
      expect(tokensOf(text).at(-1)).toEqual({
        kind: 'text',
        text: expect.stringMatching(/end$/),
      });
    }
  });
});

describe('withoutHidden', () => {
  it.each([
    ['a<!-- b -->c<style>\n\np {}\n</STYLE >d<script src="x">e</script>', 'acd'],
    ['an unclosed <!-- note and <script> stay', 'an unclosed  note and  stay'],
    ['`<!-- a -->` and ``<script>`</script>``', '`<!-- a -->` and ``<script>`</script>``'],
    ['```\n<!-- a -->\n\n<b>\n```\n<!-- b -->', '```\n<!-- a -->\n\n<b>\n```\n'],
    ['it`s <!-- a -->\n\nisn`t', 'it`s \n\nisn`t'],
    ['<b>3 < 5</b> <br>', '<b>3 < 5</b> <br>'],
  ])('makes of %j %j', (text, expected) => {
    expect(withoutHidden(text)).toBe(expected);
  });
});
