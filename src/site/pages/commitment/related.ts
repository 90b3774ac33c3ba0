import type { Commitment } from '../../content/records';
import { html, type Html } from '../../html/html';
import type { ContentFrame } from '../../page';
import { statusBadge } from '../../parts/labels';
import { codeBefore, commitmentLink } from '../../parts/links';

const MOST = 5;

/** How much two commitments have in common: the same agency counts most, then goals and values. */
function nearness(one: Commitment, other: Commitment): number {
  const common = (mine: readonly string[], theirs: readonly string[]) =>
    mine.filter((item) => theirs.includes(item)).length;
  const shared =
    4 * common(one.leadIds, other.leadIds) +
    2 * common(one.sdgs, other.sdgs) +
    common(one.ogpValues, other.ogpValues);
  return shared > 0 && one.planId === other.planId ? shared + 1 : shared;
}

/** The commitments nearest to one, the nearest first. Pure. */
export const relatedTo = (commitment: Commitment, all: readonly Commitment[]): Commitment[] =>
  all
    .filter(({ id }) => id !== commitment.id)
    .map((other) => ({ other, near: nearness(commitment, other) }))
    .filter(({ near }) => near > 0)
    .sort((one, other) => other.near - one.near)
    .slice(0, MOST)
    .map(({ other }) => other);

export function relatedSection(commitment: Commitment, frame: ContentFrame): Html {
  const related = relatedTo(commitment, frame.overview.commitments);
  if (related.length === 0) return html``;
  return html`<section aria-labelledby="related">
    <h2 id="related">${frame.words.related}</h2>
    <ul class="plain">
      ${related.map(
        (other) =>
          html`<li>
            ${codeBefore(other.code)}${commitmentLink(other, frame)} ${statusBadge(other.status, frame)}
          </li>`,
      )}
    </ul>
  </section>`;
}
