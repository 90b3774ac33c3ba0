import { webAddress } from '../addresses';
import { html, type Content, type Html } from './html';

/**
 * The Markdown editors use in texts: paragraphs, headings, lists, quotes, emphasis, code and links. Markup in a text
 * is text, an image is its description, and links lead to web and mail addresses only.
 * @param below the level of the page's heading the text stands under: its own begin one below
 */
export function markdown(text: string, below = 3): Html {
  return html`${blocks(text.replace(/\r\n?/g, '\n').split('\n'), outline(below))}`;
}

const LOWEST = 6;
const HEADING = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/;
const BULLET = /^ {0,3}[-*+]\s+(.*)$/;
const NUMBERED = /^ {0,3}(\d{1,9})[.)]\s+(.*)$/;
const QUOTE = /^ {0,3}>\s?(.*)$/;
const RULE = /^ {0,3}([-*_])(\s*\1){2,}\s*$/;
/** Quotes within quotes beyond this are shown as they are written. */
const DEEPEST = 4;

/** The level of each heading of a text in turn: none is left out on the way down, however an editor has counted. */
function outline(below: number): (written: number) => number {
  const open: number[] = [];
  return (written) => {
    while (open.length > 0 && (open.at(-1) as number) >= written) open.pop();
    open.push(written);
    return Math.min(below + open.length, LOWEST);
  };
}

function heading(level: number, content: Content): Html {
  if (level === 2) return html`<h2>${content}</h2>`;
  if (level === 3) return html`<h3>${content}</h3>`;
  if (level === 4) return html`<h4>${content}</h4>`;
  return level === 5 ? html`<h5>${content}</h5>` : html`<h6>${content}</h6>`;
}

/** Takes the lines from a place on that fit, and what of each is wanted. */
function run(lines: readonly string[], from: number, pattern: RegExp, group: number): string[] {
  const taken: string[] = [];
  for (const line of lines.slice(from)) {
    const match = pattern.exec(line);
    if (!match) break;
    taken.push(match[group] ?? '');
  }
  return taken;
}

/** Whether a line begins something else than a paragraph. */
const beginsBlock = (line: string): boolean =>
  [HEADING, BULLET, NUMBERED, QUOTE, RULE].some((pattern) => pattern.test(line));

function blocks(lines: readonly string[], levelOf: (written: number) => number, depth = 0): Html[] {
  const made: Html[] = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at] as string;
    const title = HEADING.exec(line);
    const numbered = NUMBERED.exec(line);
    if (line.trim() === '') at += 1;
    else if (RULE.test(line)) {
      made.push(html`<hr />`);
      at += 1;
    } else if (title) {
      const [, signs = '', words = ''] = title;
      if (words !== '') made.push(heading(levelOf(signs.length), inline(words)));
      at += 1;
    } else if (BULLET.test(line)) {
      const items = run(lines, at, BULLET, 1);
      made.push(
        html`<ul>
          ${items.map((item) => html`<li>${inline(item)}</li>`)}
        </ul>`,
      );
      at += items.length;
    } else if (numbered) {
      const items = run(lines, at, NUMBERED, 2);
      const start = Number(numbered[1]);
      made.push(
        html`<ol start="${start}">
          ${items.map((item) => html`<li>${inline(item)}</li>`)}
        </ol>`,
      );
      at += items.length;
    } else if (QUOTE.test(line) && depth < DEEPEST) {
      const quoted = run(lines, at, QUOTE, 1);
      made.push(html`<blockquote>${blocks(quoted, levelOf, depth + 1)}</blockquote>`);
      at += quoted.length;
    } else {
      const paragraph = [line];
      for (const next of lines.slice(at + 1)) {
        if (next.trim() === '' || beginsBlock(next)) break;
        paragraph.push(next);
      }
      made.push(
        html`<p>${paragraph.map((one, index) => [index > 0 && html`<br />`, inline(one.trim())])}</p>`,
      );
      at += paragraph.length;
    }
  }
  return made;
}

/** What may stand within a line. The text between is short, so that no text takes long to look through. */
const SPANS =
  /`([^`\n]{1,500})`|!\[([^\]\n]{0,500})\]\([^()\s]{0,2000}\)|\[([^\]\n]{1,500})\]\(([^()\s]{1,2000})\)|\*\*([^*\n]{1,2000})\*\*|\*([^*\s][^*\n]{0,2000})\*|<(https?:\/\/[^<>\s]{1,2000})>/g;

/** An address of a text: web or mail; null for any other. */
const linkAddress = (text: string): string | null =>
  /^mailto:[^\s<>"']+$/i.test(text) ? text : webAddress(text);

function inline(text: string): Content[] {
  const made: Content[] = [];
  let end = 0;
  for (const match of text.matchAll(SPANS)) {
    const [whole, code, image, label, target, strong, emphasis, bare] = match;
    made.push(text.slice(end, match.index));
    end = match.index + whole.length;
    if (code !== undefined) made.push(html`<code>${code}</code>`);
    else if (image !== undefined) made.push(image);
    else if (strong !== undefined) made.push(html`<strong>${strong}</strong>`);
    else if (emphasis !== undefined) made.push(html`<em>${emphasis}</em>`);
    else {
      const address = linkAddress(target ?? bare ?? '');
      made.push(address ? html`<a href="${address}" rel="nofollow noopener">${label ?? bare}</a>` : whole);
    }
  }
  made.push(text.slice(end));
  return made;
}

/** The words of a Markdown text without its signs, cut at a word, for descriptions in search results. */
export function plainText(text: string, longest: number): string {
  const plain = text
    .replace(/!?\[([^\]\n]*)\]\([^()\s]*\)/g, '$1')
    .replace(/^\s{0,3}(#{1,6}|>|[-*+]|\d+[.)])\s+/gm, '')
    .replace(/[*`]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const signs = [...plain];
  if (signs.length <= longest) return plain;
  const cut = signs.slice(0, longest - 1).join('');
  const lastBlank = cut.lastIndexOf(' ');
  return `${lastBlank > longest / 2 ? cut.slice(0, lastBlank) : cut}…`;
}
