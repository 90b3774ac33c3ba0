import { html, type Html } from '../html/html';
import type { Frame } from '../page';
import { fill } from '../words/words';

/**
 * Links to the pages before and after; nothing where there is one page only.
 * @param path address of a page by its number
 * @param label its name among the links of the page
 */
export function pager(
  { page, pageCount }: { readonly page: number; readonly pageCount: number },
  path: (page: number) => string,
  { words, language }: Pick<Frame, 'words' | 'language'>,
  label = words.pages,
): Html {
  if (pageCount <= 1) return html``;
  return html`<nav class="pager" aria-label="${label}">
    ${page > 1 && html`<a rel="prev" href="${path(page - 1)}">${words.previous}</a>`}
    <span>${fill(language, words.page, { page, count: pageCount })}</span>
    ${page < pageCount && html`<a rel="next" href="${path(page + 1)}">${words.next}</a>`}
  </nav>`;
}

/** A page of a list: a page beyond the last one is the last one. */
export function pageOf<T>(
  items: readonly T[],
  page: number,
  size: number,
): { readonly shown: readonly T[]; readonly page: number; readonly pageCount: number } {
  const pageCount = Math.max(1, Math.ceil(items.length / size));
  const valid = Math.min(page, pageCount);
  return { shown: items.slice((valid - 1) * size, valid * size), page: valid, pageCount };
}
