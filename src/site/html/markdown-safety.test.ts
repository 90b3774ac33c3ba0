import fc from 'fast-check';
import { parseFragment, serialize, type DefaultTreeAdapterTypes } from 'parse5';

import { oneLine } from 'strapi-plugin-accountability/server';
import { ALLOWED, loadHtmlTree } from './html-tree';
import { linkAddress } from './link-address';
import { markdown, plainText } from './markdown';

type Node = DefaultTreeAdapterTypes.ChildNode;

beforeAll(loadHtmlTree);

/** Quotes and lists of Markdown, blocks and inline elements of tags, spans of Markdown. */
const DEEPEST = 60;

/** Below the page's own headings. */
const NAMES = new Set(ALLOWED.tagNames?.filter((name) => !/^h[123]$/.test(name)));

const isShownAddress = (address: string | undefined): boolean =>
  /^(https?|mailto):/i.test(address ?? '') && linkAddress(address) === address;

/** Disallowed attributes of an element. */
function attributeFault({ tagName, attrs }: DefaultTreeAdapterTypes.Element): string | null {
  const { href, rel, start, ...rest } = Object.fromEntries(attrs.map(({ name, value }) => [name, value]));
  const isRight =
    Object.keys(rest).length === 0 &&
    (tagName === 'a'
      ? isShownAddress(href) && rel === 'nofollow noopener'
      : href === undefined && rel === undefined) &&
    (tagName === 'ol' ? /^\d{1,9}$/.test(start ?? '') : start === undefined);
  return isRight ? null : `${tagName} ${JSON.stringify(attrs)}`;
}

/** Elements and attributes that no text may have, and elements that are too deep. */
function* faultsOf(nodes: readonly Node[], depth = 0): Generator<string> {
  if (depth > DEEPEST) yield `depth ${depth}`;
  for (const node of nodes) {
    if (node.nodeName === '#text') continue;
    if (!('tagName' in node)) {
      yield node.nodeName;
      continue;
    }
    const fault = NAMES.has(node.tagName) ? attributeFault(node) : node.tagName;
    if (fault !== null) yield fault;
    yield* faultsOf(node.childNodes, depth + 1);
  }
}

/** The DOM of a rendered text. */
function shown(text: string): readonly Node[] {
  const { childNodes } = parseFragment(`${markdown(text)}`);
  expect([...faultsOf(childNodes)]).toEqual([]);
  return childNodes;
}

const textOf = (nodes: readonly Node[]): string =>
  nodes
    .map((node) => ('value' in node ? node.value : 'childNodes' in node ? textOf(node.childNodes) : ''))
    .join('');

const PIECES = [
  ...[
    '<script>',
    '</script>',
    '<style>',
    '<svg onload=x>',
    '<math>',
    '<template>',
    '<iframe src=x>',
    '<plaintext>',
  ],
  ...[
    '<textarea>',
    '<title>',
    '<noscript>',
    '<xmp>',
    '<select>',
    '<object>',
    '<form action="x">',
    '<base href="x">',
  ],
  ...[
    '<img src=x onerror=alert(1)>',
    '<img alt="<b onclick=x>">',
    '<table>',
    '<td>',
    '</table>',
    '<frameset>',
  ],
  ...[
    '<p>',
    '</p>',
    '<div style="x">',
    '</div>',
    '<b>',
    '</b>',
    '<i>',
    '</i>',
    '<code>',
    '</code>',
    '<sub>',
    '<u>',
  ],
  ...[
    '<ul>',
    '</ul>',
    '<ol start=3>',
    '<ol start="x">',
    '<li onclick="x">',
    '</li>',
    '<h1>',
    '</h1>',
    '<h2>',
  ],
  ...[
    '<blockquote>',
    '</blockquote>',
    '<br/>',
    '<hr>',
    '<a href="',
    "<a href='javascript:x'>",
    '</a>',
    '<a name=x>',
  ],
  ...[
    '<a href="https://a.b/?c=1&amp;d=2">',
    '<a href="data:text/html,x">',
    '<a href=" java&#10;script:x">',
    '">',
    "'>",
  ],
  ...[
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?xml ',
    '?>',
    '<!doctype html>',
    '<o:p>',
    '<',
    '>',
    '/>',
    '"',
    "'",
    '=',
  ],
  ...[
    '**',
    '*',
    '_',
    '~~',
    '`',
    '``',
    '```\n',
    '[',
    ']',
    '](',
    ')',
    '![',
    '](javascript:x)',
    '](https://a.b/)',
  ],
  ...[
    '<https://a.b/"onclick="x>',
    '<me@a.b>',
    'https://a.b/',
    'javascript:',
    '# ',
    '- ',
    '1. ',
    '> ',
    '---',
    '    ',
  ],
  ...[
    '\n',
    '\n\n',
    ' ',
    '\t',
    '\\',
    '&amp;',
    '&lt;script&gt;',
    '&#60;img src=x&#62;',
    '&#x6a;',
    '&nbsp;',
    '&',
  ],
  ...['\u0000', '\u0001', '\u0003', '\u2028', '\ud800', 'ქართული', '😀', 'a', 'b c'],
];

const anyText = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme' })), { maxLength: 20 })
    .map((pieces) => pieces.join('')),
);

describe('what is shown of any text', () => {
  it('has no element and no attribute but those allowed, and is read by browsers as it was made', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const nodes = shown(text);
        const again = parseFragment(serialize(parseFragment(`${markdown(text)}`))).childNodes;
        expect([textOf(again), again.length]).toEqual([textOf(nodes), nodes.length]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps every word that is in no tag', () => {
    const word = fc.constantFrom('one', 'two', 'ქართული', '3 < 5', 'x<y>z', 'R&D');
    const mark = fc.constantFrom(
      ' ',
      '**',
      '<b>',
      '</b>',
      '<div>',
      '</p>',
      '<ul>',
      '<li>',
      '<td>',
      '<br>',
      '<h2>',
      '\n\n',
      '\n- ',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(mark, word), { maxLength: 30 }), (parts) => {
        const expected = parts.map(([, words]) => words.replace(/\s/g, '')).join('');
        const seen = textOf(shown(parts.flat().join(''))).replace(/[\s*-]/g, '');
        expect(seen).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('has no element without end within another one', () => {
    for (const sign of [
      '<ul><li>a',
      '<b>b',
      '<sub>',
      '> ',
      '<blockquote>',
      '**a',
      '*',
      '[',
      '<h2>a',
      '- ',
      '<div>',
    ]) {
      const words = textOf(shown(sign.repeat(1_000)));
      expect(words.match(/a/g) ?? []).toHaveLength(sign.includes('a') ? 1_000 : 0);
    }
    shown(`${'*'.repeat(5_000)}a${'*'.repeat(5_000)}`);
    shown(Array.from({ length: 200 }, (_, indent) => `${' '.repeat(2 * indent)}- a`).join('\n'));
  });
});

const HOSTILE = [
  ...['*', '_', '**a', '*a **a ', '*a*', '[', '![', '[a](', '[a](<', '![[]()', '`', '``a`', '~~', '&', '\\'],
  ...['> ', '> a\n\n', '- \n', '* a\n', '1. a\n', '# ', '\n>', 'a\n', '```\n', '[a]: b\n', '|a\n|-\n'],
  ...[
    '<',
    '<b>',
    '<b></i>',
    '<p><b>',
    '<ul>',
    '<ul><li>',
    '<li>',
    '<sub><li>',
    '<h2><b>',
    '<br> ',
    '<td>',
    '</p>',
  ],
  ...[
    '<!--',
    '<script>',
    '<script></script',
    '<style></script>',
    '<a ',
    '<a b="',
    `<a b='<a b="`,
    '<a b="" ',
    '<?a',
    '<!a ',
  ],
  ...['<a href="https://a.b/">', '<b><i><s><p>a', '<img alt="', '<a' + ' '.repeat(50)],
];

/** Processor time in ms, which is independent of other programs; the minimum of some. */
function cost(work: () => unknown): number {
  const costs = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...costs);
}

describe('the time a text takes', () => {
  // Four times the text: 4 times the work where it is linear, 16 times where it is quadratic. Below a tenth of a
  // second noise dominates.
  const SHORT = 5_000;
  const BY_CHANCE = 100;
  const show = (text: string): unknown => [`${markdown(text)}`, plainText(text, 160), oneLine(text)];

  it.each(HOSTILE)('grows with the length of %j repeated', (sign) => {
    const text = (length: number) => sign.repeat(Math.ceil(length / sign.length)).slice(0, length);
    const short = cost(() => show(text(SHORT)));
    expect(cost(() => show(text(4 * SHORT)))).toBeLessThan(Math.max(10 * short, BY_CHANCE));
  });

  it.each([
    ['a heading of blanks', (length: number) => `# ${' '.repeat(length)}a`],
    ['a heading that ends in signs', (length: number) => `# a${' #'.repeat(length / 2)}a`],
    ['openings, then ends', (length: number) => '['.repeat(length / 2) + '](a)'.repeat(length / 8)],
    ['elements, then other ends', (length: number) => '<b>'.repeat(length / 6) + '</i>'.repeat(length / 8)],
    ['attributes', (length: number) => `<a ${'b=c '.repeat(length / 4)}`],
  ])('grows with the length of %s', (_name, text) => {
    const short = cost(() => show(text(SHORT)));
    expect(cost(() => show(text(4 * SHORT)))).toBeLessThan(Math.max(10 * short, BY_CHANCE));
  });
});
