import { declarationProblems } from './declaration-check';
import { languageCodesOf } from '../languages/site-languages';
import { textInEachAndMore, type VisitText } from '../languages/declared-texts';
import { guardWithTexts, workflowWithTexts } from './workflow-texts';
import type { GuardDeclaration, WorkflowDeclaration } from './definition';

export interface WorkflowConfig {
  readonly workflows: readonly WorkflowDeclaration[];
  readonly guards: ReadonlyMap<string, GuardDeclaration>;
  /** Languages of the site; the first one is the default. */
  readonly languages: readonly string[];
}

/** An error that lists every problem of the declared workflows, one per line. */
export const workflowError = (problems: readonly string[]): Error =>
  new Error(
    `the workflow declarations need correcting:\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
  );

/**
 * Parses the plugin's configuration of workflows as far as possible without content types. Its texts are then in
 * each language of the site, and in their other languages: the panel may have more.
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
  const problems = declarationProblems(workflows, guards, roles);
  if (problems.length > 0) throw workflowError(problems);
  const inEachLanguage: VisitText = (text) => textInEachAndMore(text, languages);
  return {
    workflows: workflows.map((workflow) => workflowWithTexts(workflow, inEachLanguage)),
    guards: new Map(guards.map((guard) => [guard.name, guardWithTexts(guard, inEachLanguage)])),
    languages,
  };
}
