import type { WorkflowDeclaration } from 'strapi-plugin-accountability/declare';
import { editorial } from './workflows/editorial';
import { commitmentImplementation, milestoneImplementation } from './workflows/implementation';
import { moderation } from './workflows/moderation';

/**
 * The workflows of the site.
 * @param editorialReview whether a commitment is published only after its approval
 * @param completionNeedsMilestones whether it can be completed only when all its milestones are at their end
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
