import type { Milestone } from '../content/records';

/** Anchor of a milestone on the page of its commitment. */
export const milestoneAnchor = ({ id }: Pick<Milestone, 'id'>): string => `milestone-${id}`;
