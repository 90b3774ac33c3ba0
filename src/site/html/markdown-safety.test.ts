import fc from 'fast-check';
import { parseFragment, serialize, type DefaultTreeAdapterTypes } from 'parse5';

import { ALLOWED, loadHtmlTree } from './html-tree';
import { linkAddress } from './link-address';
import { markdown } from './markdown';

type Node = DefaultTreeAdapterTypes.ChildNode;

beforeAll(loadHtmlTree);

/** Quotes and lists of Markdown, blocks and inline elements of tags, spans of Markdown. */
const MAX_DEPTH = 60;

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
  if (depth > MAX_DEPTH) yield `depth ${depth}`;
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
