import { html, type Html } from '../html/html';
import type { Frame } from '../page';

/** The pages above this one, from the home page on. */
export const breadcrumb = (
  steps: readonly { readonly path: string; readonly title: Html | string }[],
  { words }: Pick<Frame, 'words'>,
): Html =>
  html`<nav class="breadcrumb" aria-label="${words.youAreHere}">
    <ol>
      ${steps.map(({ path, title }) => html`<li><a href="${path}">${title}</a></li>`)}
    </ol>
  </nav>`;
