import { heading } from './headings';
import { html, type Content, type Html } from './html';
import type { Element, ElementContent, Root } from './html-tree';
import { isBlock, lineOf, paragraphsOf } from './inline';

/** The heading level on the page for a level in a text. */
type LevelOf = (written: number) => number;

interface Block {
  readonly made: Html;
  /** The content of a paragraph, for an item with a single one; null for any other block. */
  readonly words: Content | null;
}

const HEADING = /^h([1-6])$/;
const NUMBER = /^\d{1,9}$/;

const isItem = (node: ElementContent): boolean => node.type === 'element' && node.tagName === 'li';

const paragraphs = (nodes: readonly ElementContent[]): Block[] =>
  paragraphsOf(nodes).map((words) => ({ made: html`<p>${words}</p>`, words }));

const block = (made: Html): Block => ({ made, words: null });
const madeOf = (blocks: readonly Block[]): Html[] => blocks.map(({ made }) => made);

/** Groups of adjacent similar nodes. */
function grouped(nodes: readonly ElementContent[], kindOf: (node: ElementContent) => string | null) {
  const groups: { kind: string | null; nodes: ElementContent[] }[] = [];
  for (const node of nodes) {
    const kind = kindOf(node);
    const last = groups.at(-1);
    if (last && kind !== null && last.kind === kind) last.nodes.push(node);
    else groups.push({ kind, nodes: [node] });
  }
  return groups;
}

/** An item of one paragraph contains its text; one of several contains paragraphs. */
function item(children: readonly ElementContent[], levelOf: LevelOf): Html {
  const blocks = flow(children, levelOf);
  const only = blocks.length === 1 ? blocks[0]?.words : null;
  return html`<li>${only ?? madeOf(blocks)}</li>`;
}

/** The items of a list. Content between items is an item of its own. */
function items(children: readonly ElementContent[], levelOf: LevelOf): Html[] {
  return grouped(children, (node) => (isItem(node) ? null : 'between')).flatMap(({ kind, nodes }) => {
    const [first] = nodes;
    if (kind === null && first?.type === 'element') return [item(first.children, levelOf)];
    const blocks = flow(nodes, levelOf);
    return blocks.length === 0 ? [] : [html`<li>${madeOf(blocks)}</li>`];
  });
}

function list(
  { tagName, properties }: Pick<Element, 'tagName' | 'properties'>,
  made: readonly Html[],
): Block[] {
  if (made.length === 0) return [];
  if (tagName !== 'ol')
    return [
      block(
        html`<ul>
          ${made}
        </ul>`,
      ),
    ];
  const { start } = properties;
  const first = typeof start === 'string' && NUMBER.test(start) ? Number(start) : 1;
  return [
    block(
      html`<ol start="${first}">
        ${made}
      </ol>`,
    ),
  ];
}

const textOf = (node: ElementContent): string =>
  node.type === 'text' ? node.value : node.type === 'element' ? node.children.map(textOf).join('') : '';

/** A heading's text. A heading around other blocks is dropped. */
function headingOf({ children }: Element, written: number, levelOf: LevelOf): Block[] {
  if (children.some((node) => isBlock(node) && node.tagName !== 'p')) return flow(children, levelOf);
  const words = lineOf(children);
  return words.length === 0 ? [] : [block(heading(levelOf(written), words))];
}

/** Rendering of a block; nothing for an empty one. */
function blocksOf(element: Element, levelOf: LevelOf): Block[] {
  const { tagName, children } = element;
  const [, level] = HEADING.exec(tagName) ?? [];
  if (level !== undefined) return headingOf(element, Number(level), levelOf);
  switch (tagName) {
    case 'hr':
      return [block(html`<hr />`)];
    case 'pre':
      return [block(html`<pre><code>${children.map(textOf).join('').trimEnd()}</code></pre>`)];
    case 'ul':
    case 'ol':
      return list(element, items(children, levelOf));
    case 'blockquote': {
      const inside = flow(children, levelOf);
      return inside.length === 0 ? [] : [block(html`<blockquote>${madeOf(inside)}</blockquote>`)];
    }
    default:
      return flow(children, levelOf);
  }
}

/** Blocks in order: inline content between them becomes paragraphs, items without a list become one. */
function flow(nodes: readonly ElementContent[], levelOf: LevelOf): Block[] {
  const kindOf = (node: ElementContent) => (isItem(node) ? 'items' : isBlock(node) ? null : 'inline');
  return grouped(nodes, kindOf).flatMap(({ kind, nodes: group }) => {
    if (kind === 'inline') return paragraphs(group);
    if (kind === 'items') return list({ tagName: 'ul', properties: {} }, items(group, levelOf));
    const [only] = group;
    return only?.type === 'element' ? blocksOf(only, levelOf) : [];
  });
}

/** The blocks of a text. */
export const blocks = ({ children }: Root, levelOf: LevelOf): Html[] =>
  madeOf(flow(children as ElementContent[], levelOf));
