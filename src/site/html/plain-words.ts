import type { Element, ElementContent, Root } from './html-tree';
import { isBlock } from './inline';

/** Block boundaries. */
const breaksLine = (node: Element): boolean => node.tagName === 'br' || isBlock(node);

function wordsOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  const space = breaksLine(node) ? ' ' : '';
  return `${space}${node.children.map(wordsOf).join('')}${space}`;
}

/** The plain text of a text with markup, on one line. */
export const plainWords = ({ children }: Root): string =>
  (children as ElementContent[]).map(wordsOf).join('').replace(/\s+/g, ' ').trim();
