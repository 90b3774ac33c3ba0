import { wordsOf } from '../../plugins/accountability/server/src/markup/one-line';
import { decoded, tokensOf } from '../../plugins/accountability/server/src/markup/tokens';
import { beginsBlock, blocks, heading, list, outline, type BlockContext } from './blocks';
import { flowOf, type Block } from './flow';
import { html, type Content, type Html } from './html';
import { BREAK, inline } from './inline';
import { withLineBreaks } from './line-breaks';

/**
 * The texts of editors: Markdown with HTML in it. Of both this shows paragraphs, line breaks, headings, lists, quotes,
 * emphasis, code and links; every other tag is left out and its text stays, an image is its description, and links
 * lead to web and mail addresses only. All markup is made here: nothing of a text gets through as markup.
 * @param below the level of the page's heading the text stands under: its own begin one below
 */
export function markdown(text: string, below = 3): Html {
  const { root, tags } = flowOf(text.replace(/\r\n?/g, '\n'));
  return html`${contentOf(root, { tags, levelOf: outline(below) })}`;
}

/** What a block holds, block by block; the text between blocks is Markdown. */
function contentOf({ content }: Block, context: BlockContext): Html[] {
  const made: Html[] = [];
  let text: string[] = [];
  const endText = (): void => {
    if (text.length > 0) made.push(...blocks(withLineBreaks(text.join('')).split('\n'), context));
    text = [];
  };
  for (const part of content) {
    if (typeof part === 'string') text.push(part);
    else {
      endText();
      made.push(blockOf(part, context));
    }
  }
  endText();
  return made;
}

function blockOf(block: Block, context: BlockContext): Html {
  switch (block.name) {
    case 'hr':
      return html`<hr />`;
    case 'heading':
      return headingOf(block, context);
    case 'ul':
    case 'ol': {
      const items = block.content.map((item) => (typeof item === 'string' ? item : itemOf(item, context)));
      return items.length === 0 ? html`` : list(block.name === 'ol' ? (block.start ?? 1) : null, items);
    }
    case 'blockquote':
      return html`<blockquote>${contentOf(block, context)}</blockquote>`;
    default:
      return html`${contentOf(block, context)}`;
  }
}

function headingOf({ level, content }: Block, { tags, levelOf }: BlockContext): Html {
  const words = inline(content.join('').split(BREAK).join(' ').replace(/\s+/g, ' ').trim(), tags);
  return words.length === 0 ? html`` : heading(levelOf(level), words);
}

/** An item of one paragraph has its words; one of several has paragraphs. */
function itemOf(item: Block, context: BlockContext): Content {
  if (item.content.some((part) => typeof part !== 'string')) return contentOf(item, context);
  const lines = withLineBreaks(item.content.join('')).trim().split('\n');
  const isSimple = lines.every((line) => line.trim() !== '' && !beginsBlock(line));
  return isSimple ? inline(lines.join('\n'), context.tags) : blocks(lines, context);
}

/** Longer texts are not read to their end for a description. */
const READ_FOR_DESCRIPTION = 20_000;

/** The words of a text of Markdown and HTML without its signs, cut at a word, for descriptions in search results. */
export function plainText(text: string, longest: number): string {
  const words = tokensOf(text.slice(0, READ_FOR_DESCRIPTION), { hasCode: true }).map(wordsOf).join('');
  const plain = decoded(
    words
      .replace(/!?\[([^\]\n]{0,500})\]\([^()\s]{0,2000}\)/g, '$1')
      .replace(/^\s{0,3}(#{1,6}|>|[-*+]|\d+[.)])\s+/gm, '')
      .replace(/[*`]/g, ''),
  )
    .replace(/\s+/g, ' ')
    .trim();
  const signs = [...plain];
  if (signs.length <= longest) return plain;
  const cut = signs.slice(0, longest - 1).join('');
  const lastBlank = cut.lastIndexOf(' ');
  return `${lastBlank > longest / 2 ? cut.slice(0, lastBlank) : cut}…`;
}
