import { declarationProblems } from './declaration-check';
import { languageCodesOf } from '../languages/site-languages';
import type { GuardDeclaration, WorkflowDeclaration } from './definition';

export interface WorkflowConfig {
  readonly workflows: readonly WorkflowDeclaration[];
  readonly guards: ReadonlyMap<string, GuardDeclaration>;
  /** Languages of the site; the first one is the default. */
  readonly languages: readonly string[];
}

/** An error that lists every problem of the declared workflows, one a line. */
export const workflowError = (problems: readonly string[]): Error =>
  new Error(
    `the workflow declarations need mending:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
  );

/**
 * Reads the plugin's configuration of workflows as far as it goes without content types.
 * @throws Error that lists every problem
 */
export function parseWorkflowConfig(config: unknown): WorkflowConfig {
  const {
    workflows = [],
    guards = [],
    roles = [],
  } = config as {
    workflows?: readonly WorkflowDeclaration[];
    guards?: readonly GuardDeclaration[];
    /** Codes of the panel's roles a transition may name. */
    roles?: readonly string[];
  };
  const languages = languageCodesOf(config);
  const problems = declarationProblems(workflows, guards, languages, roles);
  if (problems.length > 0) throw workflowError(problems);
  return { workflows, guards: new Map(guards.map((guard) => [guard.name, guard])), languages };
}
