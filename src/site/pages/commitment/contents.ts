import { html, type Html } from '../../html/html';
import type { Frame } from '../../page';

/** A section of the page: the id of its heading, and what it is called. */
export type Entry = readonly [id: string, label: string];

/** The page's sections, to go to. */
export const contentsList = (entries: readonly Entry[], { words }: Pick<Frame, 'words'>): Html =>
  html`<nav class="contents" aria-label="${words.contents}">
    <ul>
      ${entries.map(([id, label]) => html`<li><a href="#${id}">${label}</a></li>`)}
    </ul>
  </nav>`;
