import type { Overview } from '../../content/overview';
import type { Commitment } from '../../content/records';
import { html, type Html } from '../../html/html';
import type { ContentFrame } from '../../page';
import { statusBadge } from '../../parts/labels';
import { codeBefore, commitmentLink } from '../../parts/links';

const MAX_RELATED = 5;

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

/** Of each agency, theme and plan so many are compared: what a page costs must not grow with the collection. */
const MAX_COMPARED = 300;

/** Commitments that have something in common with this one. */
function candidates(commitment: Commitment, overview: Overview): Set<Commitment> {
  const { leadIds, sdgs, ogpValues, planId } = commitment;
  const lists = [
    ...leadIds.map((id) => overview.ledBy.get(id)),
    ...[...sdgs, ...ogpValues].map((code) => overview.withTheme.get(code)),
    overview.commitmentsOf.get(planId ?? ''),
  ];
  return new Set(lists.flatMap((list) => list?.slice(0, MAX_COMPARED) ?? []));
}

/** The most similar commitments, best first. */
export function relatedTo(commitment: Commitment, overview: Overview): Commitment[] {
  const nearness = nearnessTo(commitment);
  const found: { other: Commitment; near: number }[] = [];
  for (const other of candidates(commitment, overview)) {
    const near = other.id === commitment.id ? 0 : nearness(other);
    if (near > 0) found.push({ other, near });
  }
  return found
    .sort((one, other) => other.near - one.near)
    .slice(0, MAX_RELATED)
    .map(({ other }) => other);
}

export function relatedSection(commitment: Commitment, frame: ContentFrame): Html {
  const related = relatedTo(commitment, frame.overview);
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
