import type { WorkflowDeclaration } from 'strapi-plugin-accountability/declare';
import { editorial } from './workflows/editorial';
import { commitmentImplementation, milestoneImplementation } from './workflows/implementation';
import { moderation } from './workflows/moderation';

/**
 * The workflows of the site.
 * @param editorialReview whether publishing a commitment requires approval
 * @param completionNeedsMilestones whether completing it requires all milestones to be in a final state
 */
export const workflows = ({
  editorialReview,
  completionNeedsMilestones,
}: {
  editorialReview: boolean;
  completionNeedsMilestones: boolean;
}): WorkflowDeclaration[] => [
  commitmentImplementation(completionNeedsMilestones),
  milestoneImplementation,
  moderation,
  ...(editorialReview ? [editorial] : []),
];
