import type { Overview } from './overview';
import type { Commitment, Milestone } from './records';

/** An organisation's roles in the published content. */
export interface OrganisationParts {
  readonly leads: readonly Commitment[];
  readonly takesPartIn: readonly Commitment[];
  readonly responsibleFor: readonly Milestone[];
  readonly partnerOf: readonly Milestone[];
}

type ById<T> = ReadonlyMap<string, readonly T[]>;

/** Groups items by each id they refer to, in the items' order. */
function byEach<T>(items: readonly T[], idsOf: (item: T) => readonly string[]): ById<T> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    for (const id of idsOf(item)) {
      const known = found.get(id);
      if (known) known.push(item);
      else found.set(id, [item]);
    }
  }
  return found;
}

const indexOf = ({ commitments, milestones }: Overview) => ({
  leads: byEach(commitments, ({ leadIds }) => leadIds),
  takesPartIn: byEach(commitments, ({ partnerIds }) => partnerIds),
  responsibleFor: byEach(milestones, ({ responsibleIds }) => responsibleIds),
  partnerOf: byEach(milestones, ({ partnerIds }) => partnerIds),
});

const indexes = new WeakMap<Overview, ReturnType<typeof indexOf>>();

/** The roles of an organisation; computed once for all. */
export function partsOf(id: string, overview: Overview): OrganisationParts {
  let index = indexes.get(overview);
  if (!index) {
    index = indexOf(overview);
    indexes.set(overview, index);
  }
  return {
    leads: index.leads.get(id) ?? [],
    takesPartIn: index.takesPartIn.get(id) ?? [],
    responsibleFor: index.responsibleFor.get(id) ?? [],
    partnerOf: index.partnerOf.get(id) ?? [],
  };
}
