import { html, type Content, type Html } from './html';

const LAST_LEVEL = 6;

/** The level of each heading of a text in turn: no level is skipped on the way down, whatever the editor used. */
export function outline(below: number): (written: number) => number {
  const open: number[] = [];
  return (written) => {
    while (open.length > 0 && (open.at(-1) as number) >= written) open.pop();
    open.push(written);
    return Math.min(below + open.length, LAST_LEVEL);
  };
}

/** A heading of a level from 2 to 6. */
export function heading(level: number, content: Content): Html {
  if (level === 2) return html`<h2>${content}</h2>`;
  if (level === 3) return html`<h3>${content}</h3>`;
  if (level === 4) return html`<h4>${content}</h4>`;
  return level === 5 ? html`<h5>${content}</h5>` : html`<h6>${content}</h6>`;
}
