import { attributeOf, decoded, type Tag } from '../../plugins/accountability/server/src/markup/tokens';
import { webAddress } from '../addresses';
import { html, type Content, type Html } from './html';

/** A line break that was a tag. */
export const BREAK = '\u0003';
/** The place of an inline tag in a text, by the tag's index. */
export const markOf = (index: number): string => `\u0001${index}\u0002`;
const MARK = /\u0001(\d+)\u0002|[\u0003\n]/g;
const RESERVED = /[\u0001-\u0003]/g;

/** Takes the characters out that marks are made of: they mean nothing in a text. */
export const withoutMarks = (text: string): string => text.replace(RESERVED, '');

/** Inline elements within inline elements beyond this are left out; their text stays. */
const DEEPEST = 16;

/** What may stand within a line. The text between is short, so that no text takes long to look through. */
const SPANS =
  /`([^`\n]{1,500})`|!\[([^\]\n]{0,500})\]\([^()\s]{0,2000}\)|\[([^\]\n]{1,500})\]\(([^()\s]{1,2000})\)|\*\*([^*\n]{1,2000})\*\*|\*([^*\s][^*\n]{0,2000})\*|<(https?:\/\/[^<>\s]{1,2000})>/g;

/** An address of a text: web or mail; null for any other. */
function linkAddress(text: string): string | null {
  if (text.search(RESERVED) !== -1) return null;
  return /^mailto:[^\s<>"']+$/i.test(text) ? text : webAddress(text);
}

const link = (address: string, content: Content): Html =>
  html`<a href="${address}" rel="nofollow noopener">${content}</a>`;

/** What an element becomes; an element that is none of these is left out, its content stays. */
const MADE: Readonly<Record<string, (content: Content, tag: Tag) => Content>> = {
  a: (content, tag) => {
    const address = linkAddress(decoded(attributeOf(tag, 'href') ?? ''));
    return address === null ? content : link(address, content);
  },
  strong: (content) => html`<strong>${content}</strong>`,
  em: (content) => html`<em>${content}</em>`,
  code: (content) => html`<code>${content}</code>`,
  sub: (content) => html`<sub>${content}</sub>`,
  sup: (content) => html`<sup>${content}</sup>`,
  s: (content) => html`<s>${content}</s>`,
};
const SYNONYMS: Readonly<Record<string, string>> = {
  ...{ b: 'strong', i: 'em', del: 's', strike: 's' },
  ...{ kbd: 'code', samp: 'code', tt: 'code' },
};

/** What an inline tag is shown as; null for one that is left out. */
export function inlineName(name: string): string | null {
  const shown = SYNONYMS[name] ?? name;
  return Object.hasOwn(MADE, shown) ? shown : null;
}

interface Frame {
  readonly name: string;
  readonly tag: Tag | null;
  readonly content: Content[];
}

/** Puts contents into the elements that are open; what is open at the end is closed there. */
class Line {
  readonly #frames: Frame[] = [{ name: '', tag: null, content: [] }];

  get isInLink(): boolean {
    return this.#frames.some(({ name }) => name === 'a');
  }

  add(content: Content): void {
    this.#frames.at(-1)?.content.push(content);
  }

  open(tag: Tag, name: string): void {
    if (name === 'a') this.close('a');
    if (this.#frames.length <= DEEPEST) this.#frames.push({ name, tag, content: [] });
  }

  /** Closes the nearest element of the name, and what is open within it. */
  close(name: string): void {
    if (this.#frames.some((frame) => frame.name === name)) while (this.#closeLast() !== name);
  }

  end(): Content[] {
    while (this.#frames.length > 1) this.#closeLast();
    return this.#frames[0]?.content ?? [];
  }

  #closeLast(): string {
    const { name, tag, content } = this.#frames.pop() as Frame;
    if (tag && content.length > 0) this.add(MADE[name]?.(content, tag) ?? content);
    return name;
  }
}

/** Adds a text without Markdown: with its tags, line breaks and character references. */
function addPlain(line: Line, text: string, tags: readonly Tag[]): void {
  const addText = (part: string): void => {
    if (part !== '') line.add(decoded(part));
  };
  let end = 0;
  for (const match of text.matchAll(MARK)) {
    addText(text.slice(end, match.index));
    end = match.index + match[0].length;
    const tag = match[1] === undefined ? null : tags[Number(match[1])];
    const name = tag ? inlineName(tag.name) : null;
    if (tag === null) line.add(html`<br />`);
    else if (tag && name !== null) {
      if (tag.isClosing) line.close(name);
      else line.open(tag, name);
    }
  }
  addText(text.slice(end));
}

function plain(text: string, tags: readonly Tag[]): Content[] {
  const line = new Line();
  addPlain(line, text, tags);
  return line.end();
}

/**
 * What stands within a paragraph, a heading or an item of a list: emphasis, code, links and line breaks, written as
 * Markdown or as HTML. @param tags inline tags, whose places are marked in the text
 */
export function inline(text: string, tags: readonly Tag[]): Content[] {
  const line = new Line();
  let end = 0;
  for (const match of text.matchAll(SPANS)) {
    const [whole, code, image, label, target, strong, emphasis, bare] = match;
    addPlain(line, text.slice(end, match.index), tags);
    end = match.index + whole.length;
    if (code !== undefined) line.add(html`<code>${withoutMarks(code)}</code>`);
    else if (image !== undefined) line.add(plain(image, tags));
    else if (strong !== undefined) line.add(html`<strong>${plain(strong, tags)}</strong>`);
    else if (emphasis !== undefined) line.add(html`<em>${plain(emphasis, tags)}</em>`);
    else {
      const address = linkAddress(decoded(target ?? bare ?? ''));
      const content = plain(label ?? bare ?? '', tags);
      if (address === null) addPlain(line, whole, tags);
      else line.add(line.isInLink ? content : link(address, content));
    }
  }
  addPlain(line, text.slice(end), tags);
  return line.end();
}
