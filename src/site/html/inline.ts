import { html, type Content } from './html';
import type { Element, ElementContent } from './html-tree';
import { linkAddress } from './link-address';

const BLOCKS = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'li',
  'blockquote',
  'pre',
  'hr',
]);

/** Whether a node is a block. Inline elements contain none. */
export const isBlock = (node: ElementContent): node is Element =>
  node.type === 'element' && BLOCKS.has(node.tagName);

/** Wraps content in an inline element; an unknown element leaves it unchanged. */
function marked({ tagName, properties }: Element, content: Content): Content {
  switch (tagName) {
    case 'a': {
      const address = typeof properties.href === 'string' ? linkAddress(properties.href) : null;
      return address === null ? content : html`<a href="${address}" rel="nofollow noopener">${content}</a>`;
    }
    case 'strong':
      return html`<strong>${content}</strong>`;
    case 'em':
      return html`<em>${content}</em>`;
    case 'code':
      return html`<code>${content}</code>`;
    case 's':
      return html`<s>${content}</s>`;
    case 'sub':
      return html`<sub>${content}</sub>`;
    case 'sup':
      return html`<sup>${content}</sup>`;
    default:
      return content;
  }
}

/** A line break of a tag, or one of the text. */
type Break = 'br' | 'line-feed';
type Piece = { readonly content: Content; readonly isBlank: boolean } | Break;

function* textPieces(text: string): Generator<Piece> {
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    if (index > 0) yield 'line-feed';
    if (line !== '') yield { content: line, isBlank: line.trim() === '' };
  }
}

function* piecesOf(nodes: readonly ElementContent[], between: Content): Generator<Piece> {
  for (const node of nodes) {
    if (node.type === 'text') yield* textPieces(node.value);
    else if (node.type !== 'element') continue;
    else if (node.tagName === 'br') yield 'br';
    else if (node.tagName === 'p') {
      yield 'line-feed';
      yield* piecesOf(node.children, between);
      yield 'line-feed';
    } else {
      const pieces = [...piecesOf(node.children, between)];
      if (pieces.every((piece) => typeof piece === 'string' || piece.isBlank)) yield* pieces;
      else yield { content: marked(node, phrase(pieces, between)), isBlank: false };
    }
  }
}

/** Content of an inline element. Adjacent breaks are merged. */
function phrase(pieces: readonly Piece[], between: Content): Content[] {
  const made: Content[] = [];
  let isBroken = false;
  for (const piece of pieces) {
    if (typeof piece !== 'string') made.push(piece.content);
    else if (!isBroken) made.push(between);
    isBroken = typeof piece === 'string' || (isBroken && piece.isBlank);
  }
  return made;
}

const trimmedStart = (content: Content): Content =>
  typeof content === 'string' ? content.trimStart() : content;
const trimmedEnd = (content: Content): Content => (typeof content === 'string' ? content.trimEnd() : content);

/**
 * The paragraphs of inline content. Two consecutive line breaks of tags end a paragraph, and one on a line of its
 * own; one next to a line feed of the text adds nothing to it, and none occurs at the beginning or the end.
 * @param between rendering of a line break within a paragraph
 */
export function paragraphsOf(nodes: readonly ElementContent[], between: Content = html`<br />`): Content[][] {
  const paragraphs: Content[][] = [];
  let current: Content[] = [];
  let breaks: Break[] = [];
  const endLine = (): void => {
    const last = current.pop();
    if (last !== undefined) current.push(trimmedEnd(last));
  };
  const endParagraph = (): void => {
    endLine();
    if (current.length > 0) paragraphs.push(current);
    current = [];
  };
  for (const piece of piecesOf(nodes, between)) {
    if (typeof piece === 'string') {
      breaks.push(piece);
      continue;
    }
    const beginsLine = current.length === 0 || breaks.length > 0;
    if (piece.isBlank && beginsLine) continue;
    if (breaks.length > 2 || breaks.filter((one) => one === 'br').length > 1) endParagraph();
    if (current.length > 0 && breaks.length > 0) {
      endLine();
      current.push(between);
    }
    breaks = [];
    current.push(beginsLine ? trimmedStart(piece.content) : piece.content);
  }
  endParagraph();
  return paragraphs;
}

/** The text of a heading, on one line. */
export const lineOf = (nodes: readonly ElementContent[]): Content[] =>
  paragraphsOf(nodes, ' ').flatMap((paragraph, index) => (index === 0 ? paragraph : [' ', ...paragraph]));
