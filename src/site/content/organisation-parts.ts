import type { Overview } from './overview';
import type { Commitment, Milestone } from './records';

/** An organisation's roles in the published content. */
export interface OrganisationParts {
  readonly leads: readonly Commitment[];
  readonly takesPartIn: readonly Commitment[];
  readonly responsibleFor: readonly Milestone[];
  readonly partnerOf: readonly Milestone[];
}

/** The roles of an organisation. */
export const partsOf = (
  id: string,
  { ledBy, partneredBy, responsibilitiesOf, milestonePartnershipsOf }: Overview,
): OrganisationParts => ({
  leads: ledBy.get(id) ?? [],
  takesPartIn: partneredBy.get(id) ?? [],
  responsibleFor: responsibilitiesOf.get(id) ?? [],
  partnerOf: milestonePartnershipsOf.get(id) ?? [],
});
