import { blocks } from './blocks';
import { outline } from './headings';
import { html, type Html } from './html';
import { htmlTree } from './html-tree';
import { htmlOfMarkdown } from './markdown-parser';
import { plainWords } from './plain-words';

/** A longer text is shown literally, in paragraphs. */
const MAX_MARKUP_LENGTH = 50_000;

/**
 * Renders editors' texts: Markdown with HTML. Supported are paragraphs, line breaks, headings, lists, quotes,
 * emphasis, code and links; every other tag is dropped and its text kept, an image becomes its description, and
 * links lead to web and mail addresses only. markdown-it parses the text, parse5 its result, as browsers would, and
 * hast-util-sanitize removes what is not allowed; all markup is then made here, by the template tag, so that
 * nothing of a text gets through as markup.
 * @param below the level of the page's heading above the text: its own begin one below
 */
export function markdown(text: string, below = 3): Html {
  if (text.length > MAX_MARKUP_LENGTH) return asWritten(text);
  return html`${blocks(htmlTree(htmlOfMarkdown(text)), outline(below))}`;
}

const asWritten = (text: string): Html =>
  html`${text
    .split(/\r?\n[ \t]*\r?\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => html`<p>${paragraph}</p>`)}`;

/** Longer texts are truncated before a description is made. */
const READ_FOR_DESCRIPTION = 20_000;

/** The plain text of Markdown and HTML, truncated at a word, for descriptions in search results. */
export function plainText(text: string, longest: number): string {
  const plain = plainWords(htmlTree(htmlOfMarkdown(text.slice(0, READ_FOR_DESCRIPTION))));
  const signs = [...plain];
  if (signs.length <= longest) return plain;
  const cut = signs.slice(0, longest - 1).join('');
  const lastBlank = cut.lastIndexOf(' ');
  return `${lastBlank > longest / 2 ? cut.slice(0, lastBlank) : cut}…`;
}
