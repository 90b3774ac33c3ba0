import type { Tag } from '../../plugins/accountability/server/src/markup/tokens';
import { html, type Content, type Html } from './html';
import { inline } from './inline';

/** What a text's blocks are made with. */
export interface BlockContext {
  /** Inline tags that are marked in the text. */
  readonly tags: readonly Tag[];
  /** The level on the page of a heading that was written at a level. */
  readonly levelOf: (written: number) => number;
}

const HEADING = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/;
const BULLET = /^ {0,3}[-*+]\s+(.*)$/;
const NUMBERED = /^ {0,3}(\d{1,9})[.)]\s+(.*)$/;
const QUOTE = /^ {0,3}>\s?(.*)$/;
const RULE = /^ {0,3}([-*_])(\s*\1){2,}\s*$/;
/** Quotes within quotes beyond this are shown as they are written. */
const DEEPEST = 4;

const LOWEST = 6;

/** The level of each heading of a text in turn: none is left out on the way down, however an editor has counted. */
export function outline(below: number): (written: number) => number {
  const open: number[] = [];
  return (written) => {
    while (open.length > 0 && (open.at(-1) as number) >= written) open.pop();
    open.push(written);
    return Math.min(below + open.length, LOWEST);
  };
}

export function heading(level: number, content: Content): Html {
  if (level === 2) return html`<h2>${content}</h2>`;
  if (level === 3) return html`<h3>${content}</h3>`;
  if (level === 4) return html`<h4>${content}</h4>`;
  return level === 5 ? html`<h5>${content}</h5>` : html`<h6>${content}</h6>`;
}

/** A list of items, numbered from a number on, or not numbered. */
export function list(start: number | null, items: readonly Content[]): Html {
  const made = items.map((item) => html`<li>${item}</li>`);
  return start === null
    ? html`<ul>
        ${made}
      </ul>`
    : html`<ol start="${start}">
        ${made}
      </ol>`;
}

/** Takes the lines from a place on that fit, and what of each is wanted. */
function run(lines: readonly string[], from: number, pattern: RegExp, group: number): string[] {
  const taken: string[] = [];
  for (let at = from; at < lines.length; at += 1) {
    const match = pattern.exec(lines[at] as string);
    if (!match) break;
    taken.push(match[group] ?? '');
  }
  return taken;
}

/** Whether a line begins something else than a paragraph. */
export const beginsBlock = (line: string): boolean =>
  [HEADING, BULLET, NUMBERED, QUOTE, RULE].some((pattern) => pattern.test(line));

/** The lines from a place on up to an empty one or another block. */
function paragraphLines(lines: readonly string[], from: number): string[] {
  const taken = [lines[from] as string];
  for (let at = from + 1; at < lines.length; at += 1) {
    const line = lines[at] as string;
    if (line.trim() === '' || beginsBlock(line)) break;
    taken.push(line);
  }
  return taken;
}

/** Paragraphs, headings, lists, quotes and rules of Markdown lines. */
export function blocks(lines: readonly string[], context: BlockContext, depth = 0): Html[] {
  const { tags, levelOf } = context;
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
      if (words !== '') made.push(heading(levelOf(signs.length), inline(words, tags)));
      at += 1;
    } else if (BULLET.test(line) || numbered) {
      const items = numbered ? run(lines, at, NUMBERED, 2) : run(lines, at, BULLET, 1);
      const start = numbered ? Number(numbered[1]) : null;
      made.push(
        list(
          start,
          items.map((item) => inline(item, tags)),
        ),
      );
      at += items.length;
    } else if (QUOTE.test(line) && depth < DEEPEST) {
      const quoted = run(lines, at, QUOTE, 1);
      made.push(html`<blockquote>${blocks(quoted, context, depth + 1)}</blockquote>`);
      at += quoted.length;
    } else {
      const paragraph = paragraphLines(lines, at);
      const content = inline(paragraph.map((one) => one.trim()).join('\n'), tags);
      if (content.length > 0) made.push(html`<p>${content}</p>`);
      at += paragraph.length;
    }
  }
  return made;
}
