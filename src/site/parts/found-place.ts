import type { FoundDocument } from 'strapi-plugin-accountability/server';
import { commitmentPath } from '../addresses';
import type { Commitment } from '../content/records';
import { html, type Html } from '../html/html';
import { directionOf } from '../languages';
import type { ContentFrame } from '../page';
import { milestoneAnchor } from './milestone-anchor';

/** Where the words of a search are in a commitment: the place by its name, and the text around them. */
export function foundPlace({ slug }: Commitment, found: FoundDocument, frame: ContentFrame): Html {
  const { overview, words, language } = frame;
  const { place, snippet, locale } = found;
  if (snippet.length === 0) return html``;
  const milestone = place && overview.milestoneById.get(place.documentId);
  const label =
    place &&
    (milestone && slug !== null
      ? html`<a href="${commitmentPath(slug, language)}#${milestoneAnchor(milestone)}">${place.label}</a>`
      : html`${place.label}`);
  const parts = snippet.map(({ text, mark }) => (mark ? html`<mark>${text}</mark>` : html`${text}`));
  const isOther = locale !== null && locale !== language;
  return html`<p class="found-place">
    ${label && html`<span class="note">${words.foundIn} ${label}</span>`}
    <q ${isOther && html`lang="${locale}" dir="${directionOf(locale)}"`}>${parts}</q>
  </p>`;
}
