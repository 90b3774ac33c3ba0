import { blocks } from './blocks';
import { outline } from './headings';
import { html, type Html } from './html';
import { htmlTree } from './html-tree';
import { htmlOfMarkdown } from './markdown-parser';
import { plainWords } from './plain-words';

/** A longer text is shown as it was written, in paragraphs. */
const LONGEST_WITH_MARKUP = 50_000;

/**
 * The texts of editors: Markdown with HTML in it. Of both this shows paragraphs, line breaks, headings, lists, quotes,
 * emphasis, code and links; every other tag is left out and its text stays, an image is its description, and links
 * lead to web and mail addresses only. markdown-it reads the text, parse5 what that makes, as browsers would, and
 * hast-util-sanitize lets through what is allowed; all markup is then made here, by the template tag, so that nothing
 * of a text gets through as markup.
 * @param below the level of the page's heading the text stands under: its own begin one below
 */
export function markdown(text: string, below = 3): Html {
  if (text.length > LONGEST_WITH_MARKUP) return asWritten(text);
  return html`${blocks(htmlTree(htmlOfMarkdown(text)), outline(below))}`;
}

const asWritten = (text: string): Html =>
  html`${text
    .split(/\r?\n[ \t]*\r?\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => html`<p>${paragraph}</p>`)}`;

/** Longer texts are not read to their end for a description. */
const READ_FOR_DESCRIPTION = 20_000;

/** The words of a text of Markdown and HTML without its signs, cut at a word, for descriptions in search results. */
export function plainText(text: string, longest: number): string {
  const plain = plainWords(htmlTree(htmlOfMarkdown(text.slice(0, READ_FOR_DESCRIPTION))));
  const signs = [...plain];
  if (signs.length <= longest) return plain;
  const cut = signs.slice(0, longest - 1).join('');
  const lastBlank = cut.lastIndexOf(' ');
  return `${lastBlank > longest / 2 ? cut.slice(0, lastBlank) : cut}…`;
}
