import type { Commitment } from '../../content/records';
import { html, type Html } from '../../html/html';
import type { ContentFrame } from '../../page';
import { statusBadge } from '../../parts/labels';
import { codeBefore, commitmentLink } from '../../parts/links';

const MOST = 5;

/** Number of common elements. */
function among(these: readonly string[]): (items: readonly string[]) => number {
  const known = new Set(these);
  return (items) => {
    let count = 0;
    for (const item of items) if (known.has(item)) count += 1;
    return count;
  };
}

/** Similarity of others to a commitment: the same agency has the highest weight, then goals and values. */
function nearnessTo({ leadIds, sdgs, ogpValues, planId }: Commitment): (other: Commitment) => number {
  const [leads, goals, values] = [among(leadIds), among(sdgs), among(ogpValues)];
  return (other) => {
    const shared = 4 * leads(other.leadIds) + 2 * goals(other.sdgs) + values(other.ogpValues);
    return shared > 0 && planId === other.planId ? shared + 1 : shared;
  };
}

/** The most similar commitments, best first. Pure. */
export function relatedTo(commitment: Commitment, all: readonly Commitment[]): Commitment[] {
  const nearness = nearnessTo(commitment);
  const found: { other: Commitment; near: number }[] = [];
  for (const other of all) {
    const near = other.id === commitment.id ? 0 : nearness(other);
    if (near > 0) found.push({ other, near });
  }
  return found
    .sort((one, other) => other.near - one.near)
    .slice(0, MOST)
    .map(({ other }) => other);
}

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
