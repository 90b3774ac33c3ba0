import { BLOCKS, HIDDEN, type Tag, attributeOf } from 'strapi-plugin-accountability/server';
import { escaped } from './html';

/** Deeper nested elements are dropped; their text stays. */
const MAX_DEPTH = 16;

/** The supported inline elements and their rendering. */
const INLINE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ a: 'a', strong: 'strong', em: 'em', code: 'code', sub: 'sub', sup: 'sup', s: 's' },
    ...{ b: 'strong', i: 'em', del: 's', strike: 's' },
    ...{ kbd: 'code', samp: 'code', tt: 'code' },
  }),
);
/** Blocks with a meaning beyond the end of a paragraph. */
const STRUCTURE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ ul: 'ul', menu: 'ul', dir: 'ul', ol: 'ol', li: 'li', blockquote: 'blockquote' },
    ...{ h1: 'h1', h2: 'h2', h3: 'h3', h4: 'h4', h5: 'h5', h6: 'h6' },
  }),
);
const LIST_PARENTS = ['ul', 'ol', 'blockquote'];

const lastOf = (open: readonly string[], names: readonly string[]): number =>
  Math.max(...names.map((name) => open.lastIndexOf(name)));

/** The attributes a start tag keeps. */
function keptAttributes(name: string, tag: Tag): string {
  const wanted = name === 'a' ? 'href' : name === 'ol' ? 'start' : null;
  const value = wanted && attributeOf(tag, wanted);
  return value ? ` ${wanted}="${escaped(value)}"` : '';
}

/**
 * Normalises the tags of one text for the HTML parser: with the names this site renders, without attributes but
 * address and number, and with bounded nesting, which would cost the parser time.
 */
export class WrittenTags {
  /** Open elements. */
  #open: string[] = [];

  /**
   * The replacement of a tag. A block ends the inline elements before it, as a paragraph does.
   * @param isInSpan whether it is within emphasis or a link of Markdown, where a block is a line break
   */
  write(tag: Tag, isInSpan: boolean): string {
    const { name, isClosing } = tag;
    if (HIDDEN.has(name)) return '';
    if (name === 'br') return '<br>';
    if (name === 'img') return escaped(attributeOf(tag, 'alt') ?? '');
    if (name === 'td' || name === 'th') return isClosing ? '' : ' ';
    const inline = INLINE.get(name);
    if (inline !== undefined) return isClosing ? this.#close(inline) : this.#start(inline, tag);
    if (!BLOCKS.has(name) && !STRUCTURE.has(name)) return '';
    if (isInSpan) return '<br>';
    return this.endParagraph() + this.#block(tag);
  }

  /** Closes the open inline elements: none continues after its paragraph. */
  endParagraph(): string {
    let from = this.#open.length;
    while (from > 0 && !STRUCTURE.has(this.#open[from - 1] as string)) from -= 1;
    return this.#closeFrom(from);
  }

  #block(tag: Tag): string {
    const { name, isClosing } = tag;
    if (name === 'hr') return isClosing ? '' : '<hr>';
    const shown = STRUCTURE.get(name);
    if (shown === undefined) return isClosing ? '</p>' : '<p>';
    return isClosing ? this.#close(shown) : this.#start(shown, tag);
  }

  #start(name: string, tag: Tag): string {
    let before = '';
    if (name === 'li') {
      // An item ends the one before it.
      const item = lastOf(this.#open, ['li']);
      if (item > lastOf(this.#open, LIST_PARENTS)) before = this.#closeFrom(item);
    }
    if (this.#open.length >= MAX_DEPTH) return STRUCTURE.has(name) ? '</p>' : '';
    this.#open.push(name);
    return `${before}<${name}${keptAttributes(name, tag)}>`;
  }

  #close(name: string): string {
    const at = this.#open.lastIndexOf(name);
    if (at === -1) return STRUCTURE.has(name) ? '</p>' : '';
    return this.#closeFrom(at);
  }

  /** Closes an open element and what is open within it. */
  #closeFrom(at: number): string {
    return this.#open
      .splice(at)
      .reverse()
      .map((name) => `</${name}>`)
      .join('');
  }
}
