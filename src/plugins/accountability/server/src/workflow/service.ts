import type { Core } from '@strapi/strapi';
import { makeMove, recordState, type MoveRequest, type RecordedState } from './moves';
import { SYSTEM, type Actor } from './actor';
import { checkWorkflows } from './consistency-check';
import { migrateStates, undeclaredStates } from './migrate';
import type { WorkflowDeclaration } from './definition';

/** Interface for other code: `strapi.plugin('accountability').service('workflows')`. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** See `makeMove`. Without an actor the application itself moves. */
  move: (request: MoveRequest, actor: Actor = SYSTEM) => makeMove(strapi, request, actor),
  /** See `checkWorkflows`. */
  check: () => checkWorkflows(strapi),
  /** See `migrateStates`. */
  migrate: (workflows?: readonly WorkflowDeclaration[]) => migrateStates(strapi, workflows),
  /** See `undeclaredStates`. */
  undeclared: (workflows?: readonly WorkflowDeclaration[]) => undeclaredStates(strapi, workflows),
  /** See `recordState`. */
  record: (wanted: RecordedState) => recordState(strapi, wanted),
});
