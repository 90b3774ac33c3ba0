import MarkdownIt from 'markdown-it';

import { type Tag, tagAt, withoutHidden } from 'strapi-plugin-accountability/server';
import { escaped } from './html';
import { linkAddress } from './link-address';
import { WrittenTags } from './written-tag';

interface Environment {
  readonly tags: WrittenTags;
  /** Number of open Markdown spans, emphasis and links. */
  spans: number;
}

type StateInline = Parameters<MarkdownIt['inline']['tokenize']>[0];

/** Deeper nested emphasis and links are dropped; their text stays. markdown-it has no limit. */
const MAX_SPAN_DEPTH = 8;
const LESS_THAN = 0x3c;

/** HTML tags anywhere in a text; anything else that begins with `<` is text. */
function htmlTag(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== LESS_THAN) return false;
  const found = tagAt(state.src, state.pos);
  if (!found) return false;
  if (!silent) state.push('html_inline', '', 0).meta = found.tag;
  state.pos = found.end;
  return true;
}

/** Drops the delimiters of a span that is too deep; markdown-it pairs them. */
function boundSpans({ renderer }: MarkdownIt): void {
  for (const name of ['em', 'strong', 's', 'link']) {
    renderer.rules[`${name}_open`] = (tokens, index, options, env: Environment) =>
      (env.spans += 1) > MAX_SPAN_DEPTH ? '' : renderer.renderToken(tokens, index, options);
    renderer.rules[`${name}_close`] = (tokens, index, options, env: Environment) =>
      (env.spans -= 1) >= MAX_SPAN_DEPTH ? '' : renderer.renderToken(tokens, index, options);
  }
}

type StateBlock = Parameters<MarkdownIt['block']['tokenize']>[0];

/** An unindented line right after a list starts a paragraph: in real plans it does not belong to the item. */
const isBelowList = (state: StateBlock, line: number, _end: number, silent: boolean): boolean =>
  silent && state.parentType === 'paragraph' && (state.sCount[line] as number) < state.blkIndent;

/** Deeper nested quotes and lists are shown literally. markdown-it would drop their text. */
const MAX_BLOCK_DEPTH = 20;

/** A paragraph of all lines that are too deep for blocks. */
function deepParagraph(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (silent || state.level < MAX_BLOCK_DEPTH) return false;
  state.push('paragraph_open', 'p', 1);
  const words = state.push('inline', '', 0);
  words.content = state.getLines(startLine, endLine, state.blkIndent, false).trim();
  words.map = [startLine, endLine];
  words.children = [];
  state.push('paragraph_close', 'p', -1);
  state.line = endLine;
  return true;
}

function configured(): MarkdownIt {
  const parser = new MarkdownIt({ html: true });
  // HTML blocks would show their Markdown literally, and indented lines are indented HTML. Reference definitions
  // and setext headings are, in the texts of plans, literal text.
  parser.disable(['html_block', 'code', 'reference', 'lheading', 'table']);
  parser.inline.ruler.at('html_inline', htmlTag);
  parser.block.ruler.before('fence', 'deep_paragraph', deepParagraph);
  parser.block.ruler.before('paragraph', 'below_list', isBelowList, { alt: ['paragraph'] });
  parser.validateLink = (address) => linkAddress(address) !== null;
  // Addresses are shown as written.
  parser.normalizeLink = (address) => address;
  parser.normalizeLinkText = (address) => address;
  boundSpans(parser);
  parser.renderer.rules.html_inline = (tokens, index, _options, { tags, spans }: Environment) =>
    tags.write(tokens[index]?.meta as Tag, spans > 0);
  for (const name of ['paragraph_close', 'heading_close']) {
    parser.renderer.rules[name] = (tokens, index, options, { tags }: Environment, renderer) =>
      tags.endParagraph() + renderer.renderToken(tokens, index, options);
  }
  parser.renderer.rules.image = (tokens, index, options, env: unknown) =>
    escaped(parser.renderer.renderInlineAsText(tokens[index]?.children ?? [], options, env));
  return parser;
}

const parser = configured();

/** Renders Markdown with HTML to HTML with bounded nesting. It is not sanitised yet: only `htmlTree` reads it. */
export function htmlOfMarkdown(text: string): string {
  const env: Environment = { tags: new WrittenTags(), spans: 0 };
  return parser.render(withoutHidden(text), env);
}
