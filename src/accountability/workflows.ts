import type { WorkflowDeclaration } from '../plugins/accountability/server/src/workflow/definition';
import { editorial } from './workflows/editorial';
import { commitmentImplementation, milestoneImplementation } from './workflows/implementation';
import { moderation } from './workflows/moderation';

/**
 * The workflows of the site.
 * @param editorialReview whether a commitment is published only after its approval
 */
export const workflows = ({ editorialReview }: { editorialReview: boolean }): WorkflowDeclaration[] => [
  commitmentImplementation,
  milestoneImplementation,
  moderation,
  ...(editorialReview ? [editorial] : []),
];
