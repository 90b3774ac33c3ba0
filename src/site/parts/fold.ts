import { html, type Html } from '../html/html';
import type { Frame } from '../page';

/**
 * Content that is folded up where there is no room beside others, as on a phone; open elsewhere and on paper.
 * @param label of the heading above it
 */
export const foldedOnPhones = (label: string, content: Html, { words }: Pick<Frame, 'words'>): Html =>
  html`<details class="fold">
    <summary>${words.showPart}<span class="visually-hidden"> (${label})</span></summary>
    ${content}
  </details>`;

/**
 * A long text of which only the beginning is seen where there is no room beside others; all of it elsewhere and on
 * paper. A browser that cannot show a part of what is folded shows none of it until it is opened.
 * @param label of the text
 */
export const previewOnPhones = (label: string, content: Html, { words }: Pick<Frame, 'words'>): Html =>
  html`<details class="fold preview">
    <summary>${words.readAll}<span class="visually-hidden"> (${label})</span></summary>
    ${content}
  </details>`;
