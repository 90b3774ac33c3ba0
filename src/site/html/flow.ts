import { BLOCKS } from '../../plugins/accountability/server/src/markup/elements';
import { attributeOf, tokensOf, type Tag } from '../../plugins/accountability/server/src/markup/tokens';
import { BREAK, inlineName, markOf, withoutMarks } from './inline';

/** An element of HTML that holds others, in a text. */
export interface Block {
  readonly name: 'root' | 'ul' | 'ol' | 'li' | 'blockquote' | 'heading' | 'hr';
  /** Level of a heading as it was written. */
  readonly level: number;
  /** First number of a list. */
  readonly start: number | null;
  /** Markdown, in which inline tags are marked, and blocks, in their order. */
  readonly content: (string | Block)[];
  /** Made for an item that came without a list. */
  readonly isImplied: boolean;
}

/** A text as a tree of blocks. */
export interface Flow {
  readonly root: Block;
  readonly tags: readonly Tag[];
}

/** Blocks within blocks beyond this are shown as paragraphs. */
const DEEPEST = 12;
const PARAGRAPH_END = '\n\n';
const HEADING = /^h([1-6])$/;

const block = (name: Block['name'], rest: Partial<Block> = {}): Block => ({
  name,
  level: 0,
  start: null,
  content: [],
  isImplied: false,
  ...rest,
});
const isList = ({ name }: Block): boolean => name === 'ul' || name === 'ol';

class Builder {
  readonly #open: Block[] = [block('root')];
  readonly tags: Tag[] = [];

  get root(): Block {
    return this.#open[0] as Block;
  }
  get #last(): Block {
    return this.#open.at(-1) as Block;
  }

  text(text: string): void {
    if (isList(this.#last)) {
      if (text.trim() === '') return;
      this.#leaveList();
    }
    this.#last.content.push(text);
  }

  tag(tag: Tag): void {
    const { name, isClosing } = tag;
    const [, level] = HEADING.exec(name) ?? [];
    if (name === 'br') this.text(BREAK);
    else if (name === 'img') this.text(attributeOf(tag, 'alt') ?? '');
    else if (name === 'td' || name === 'th') this.text(isClosing ? '' : ' ');
    else if (level !== undefined) this.#block('heading', isClosing, { level: Number(level) });
    else if (name === 'li') this.#item(isClosing);
    else if (name === 'ul' || name === 'menu' || name === 'dir') this.#block('ul', isClosing);
    else if (name === 'ol') this.#block('ol', isClosing, { start: startOf(tag) });
    else if (name === 'blockquote') this.#block('blockquote', isClosing);
    else if (name === 'hr') this.#rule(isClosing);
    else if (BLOCKS.has(name)) this.#paragraphEnd();
    else if (inlineName(name) !== null) this.text(markOf(this.tags.push(tag) - 1));
  }

  #paragraphEnd(): void {
    if (!isList(this.#last)) this.#last.content.push(PARAGRAPH_END);
  }

  #rule(isClosing: boolean): void {
    if (isClosing) return;
    if (this.#last.name === 'heading') this.#open.pop();
    if (isList(this.#last)) this.#leaveList();
    this.#last.content.push(block('hr'));
  }

  #block(name: Block['name'], isClosing: boolean, rest: Partial<Block> = {}): void {
    if (isClosing) return this.#close(name);
    if (this.#last.name === 'heading') this.#open.pop();
    if (isList(this.#last)) this.#leaveList();
    this.#push(block(name, rest));
  }

  /** What stands in a list and in no item: of a list made for items only it is the end, of another one an item. */
  #leaveList(): void {
    if (this.#last.isImplied) this.#open.pop();
    else this.#push(block('li'));
  }

  #item(isClosing: boolean): void {
    if (isClosing) return this.#close('li');
    const nearest = this.#nearest((one) => isList(one) || one.name === 'blockquote');
    const list = this.#open[nearest];
    if (list && isList(list)) this.#open.length = nearest + 1;
    else this.#block('ul', false, { isImplied: true });
    this.#push(block('li'));
  }

  /** Index of the innermost open block that fits; -1 where none does. */
  #nearest(fits: (one: Block) => boolean): number {
    return this.#open.map(fits).lastIndexOf(true);
  }

  #push(made: Block): void {
    // A list has room for its items.
    if (this.#open.length >= (isList(made) ? DEEPEST - 1 : DEEPEST)) return this.#paragraphEnd();
    this.#last.content.push(made);
    this.#open.push(made);
  }

  /** Closes the nearest block of the name, and what is open within it. */
  #close(name: Block['name']): void {
    const nearest = this.#nearest((one) => one.name === name);
    if (nearest > 0) this.#open.length = nearest;
    else this.#paragraphEnd();
  }
}

function startOf(tag: Tag): number | null {
  const start = attributeOf(tag, 'start') ?? '';
  return /^\d{1,9}$/.test(start) ? Number(start) : null;
}

/** A space that is written as a reference: a line of nothing else is empty. */
const SPACE = /&(?:nbsp|#160|#xa0);/gi;

/** Reads the blocks of HTML out of a Markdown text. */
export function flowOf(text: string): Flow {
  const builder = new Builder();
  for (const token of tokensOf(withoutMarks(text), { hasCode: true })) {
    if (token.kind === 'text') builder.text(token.text.replace(SPACE, '\u00a0'));
    else builder.tag(token);
  }
  return { root: builder.root, tags: builder.tags };
}
