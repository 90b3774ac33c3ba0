import type TurndownService from 'turndown';
import { escapeHtml } from '../../markup/escape';
import { attributeOf, decoded } from '../../markup/tag-at';
import { tokensOf, type Token } from '../../markup/tokens';

/** Beyond these the conversion would take long, or overflow the stack. */
const MAX_TAGS = 5000;
const MAX_DEPTH = 100;

const VOID: ReadonlySet<string> = new Set([
  'br',
  'hr',
  'img',
  'wbr',
  'col',
  'input',
  'link',
  'meta',
  'base',
  'area',
]);
/** Addresses that a link may lead to; the text of any other link is kept without it. */
const SAFE_ADDRESS = /^(?:https?:\/\/|mailto:)[^\s<>"]*$/i;

const oneLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');

/** What is asked of a node; the types of a browser's document are not there on the server. */
interface TableNode {
  readonly childNodes: { readonly length: number };
  readonly previousSibling: TableNode | null;
  readonly parentNode: TableNode | null;
}

function converter(): TurndownService {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it for files without HTML
  const Turndown = require('turndown') as typeof TurndownService;
  const turndown = new Turndown({
    headingStyle: 'atx',
    hr: '---',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    br: '\\',
  });
  turndown.addRule('cell', {
    filter: ['td', 'th'],
    replacement: (content) => ` ${oneLine(content).replaceAll('|', '\\|')} |`,
  });
  turndown.addRule('row', {
    filter: 'tr',
    replacement: (content, node) => {
      const { childNodes, previousSibling, parentNode } = node as unknown as TableNode;
      const row = `|${content}\n`;
      const isFirst = previousSibling === null && (parentNode?.previousSibling ?? null) === null;
      return isFirst ? `${row}|${' --- |'.repeat(childNodes.length)}\n` : row;
    },
  });
  turndown.addRule('rows', { filter: ['thead', 'tbody', 'tfoot'], replacement: (content) => content });
  turndown.addRule('table', { filter: 'table', replacement: (content) => `\n\n${content.trim()}\n\n` });
  return turndown;
}

let shared: TurndownService | undefined;

/** Tags with nothing but safe addresses; what only looks like a tag is text. */
function harmless(token: Token): string {
  if (token.kind === 'text') return escapeHtml(decoded(token.text));
  const { name, isClosing } = token;
  // Prefixed tags of word processors say nothing, an image is its description.
  if (name.includes(':')) return '';
  if (name === 'img') return escapeHtml(decoded(attributeOf(token, 'alt') ?? ''));
  if (isClosing) return `</${name}>`;
  const address = name === 'a' ? decoded(attributeOf(token, 'href') ?? '').trim() : '';
  return SAFE_ADDRESS.test(address) ? `<a href="${escapeHtml(address)}">` : `<${name}>`;
}

export interface TooMuchMarkup {
  readonly count: number;
  readonly depth: number;
}

function sizeOf(tokens: readonly Token[]): TooMuchMarkup {
  let [count, open, depth] = [0, 0, 0];
  for (const token of tokens) {
    if (token.kind === 'text') continue;
    count += 1;
    if (VOID.has(token.name)) continue;
    open += token.isClosing ? -1 : 1;
    depth = Math.max(depth, open);
  }
  return { count, depth };
}

/**
 * A text with HTML as Markdown: links, lists, headings and tables are kept; scripts, styles and comments are dropped,
 * relative links and addresses other than of the web and of mail leave their text. A text without tags has its
 * character references decoded, and stays as it is otherwise.
 * @returns the numbers of tags where there are too many to convert in bounded time
 */
export function htmlToMarkdown(text: string): string | TooMuchMarkup {
  const tokens = tokensOf(text);
  if (tokens.length === 0) return '';
  if (tokens.length === 1 && tokens[0]!.kind === 'text') return decoded(tokens[0]!.text);
  const size = sizeOf(tokens);
  if (size.count > MAX_TAGS || size.depth > MAX_DEPTH) return size;
  shared ??= converter();
  return shared.turndown(tokens.map(harmless).join(''));
}
