import type { Plan } from '../content/records';
import { html, type Html } from '../html/html';
import { comparePath } from '../list/compare-query';
import type { ContentFrame } from '../page';

/** The link to the comparison of a plan; nothing where there is no other one. */
export function compareLink({ slug }: Plan, { overview, words, language }: ContentFrame): Html {
  if (slug === null || overview.plans.every((plan) => plan.slug === null || plan.slug === slug))
    return html``;
  return html`<p>
    <a href="${comparePath({ plan: slug, other: null }, language)}">${words.compareLink}</a>
  </p>`;
}
