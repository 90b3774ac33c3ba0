import { startsOf } from './machine';
import type { GuardDeclaration, TransitionDeclaration, WorkflowDeclaration } from './definition';
import { emptyTextProblems } from '../languages/declared-texts';
import { place } from './workflow-texts';

const KEBAB_CASE = /^[a-z][a-z-]*[a-z]$/;
const COLOUR = /^#[0-9a-f]{6}$/i;

const repeated = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, index) => names.indexOf(name) !== index)),
];

/**
 * Problems of the declarations that need no content types. Pure.
 * @returns one line per problem: its place and remedy
 */
export function declarationProblems(
  workflows: readonly WorkflowDeclaration[],
  guards: readonly GuardDeclaration[],
  roles: readonly string[] = [],
): string[] {
  const keys = workflows.map(place);
  const guardNames = guards.map(({ name }) => name);
  return [
    ...repeated(keys).map((key) => `${key} is declared twice; give one of them another name`),
    ...repeated(guardNames).map((name) => `guard "${name}" is declared twice; rename one`),
    ...guards.flatMap((guard) => emptyTextProblems(guard.message, `guard "${guard.name}": a message`)),
    ...workflows.flatMap((workflow) =>
      [
        ...nameProblems(workflow),
        ...stateProblems(workflow),
        ...workflow.transitions.flatMap((transition) =>
          transitionProblems(workflow, transition, { guardNames, roles }),
        ),
        ...reachProblems(workflow),
        ...ruleProblems(workflow),
      ].map((problem) => `${place(workflow)}: ${problem}`),
    ),
  ];
}

function nameProblems(workflow: WorkflowDeclaration): string[] {
  const problems = emptyTextProblems(workflow.labels, 'a label');
  if (!KEBAB_CASE.test(workflow.name)) {
    problems.push('the name must be of lowercase letters and hyphens, such as "implementation"');
  }
  for (const name of repeated(workflow.transitions.map((transition) => transition.name))) {
    problems.push(`transition "${name}" is declared twice; rename one`);
  }
  return problems;
}

function stateProblems({ states }: WorkflowDeclaration): string[] {
  const problems = repeated(states.map(({ code }) => code)).map(
    (code) => `state "${code}" is declared twice; remove one`,
  );
  for (const { code, labels, colour, progressWeight } of states) {
    problems.push(...emptyTextProblems(labels, `state "${code}": a label`));
    if (!COLOUR.test(colour)) problems.push(`state "${code}": colour "${colour}" is not like "#2f7d4f"`);
    if (progressWeight !== undefined && !(progressWeight >= 0 && progressWeight <= 100)) {
      problems.push(`state "${code}": the progress weight must lie between 0 and 100`);
    }
  }
  return problems;
}

function transitionProblems(
  workflow: WorkflowDeclaration,
  transition: TransitionDeclaration,
  { guardNames, roles }: Record<'guardNames' | 'roles', readonly string[]>,
): string[] {
  const where = `transition "${transition.name}"`;
  const codes = workflow.states.map(({ code }) => code);
  const problems = emptyTextProblems(transition.labels, `${where}: a label`);
  if (!KEBAB_CASE.test(transition.name)) {
    problems.push(`${where}: the name must be of lowercase letters and hyphens, such as "send-back"`);
  }
  if (transition.to !== null && !codes.includes(transition.to)) {
    problems.push(`${where} leads to "${transition.to}", which is no state; declare it or lead elsewhere`);
  }
  const starts = startsOf(workflow, transition);
  if (starts.length === 0) problems.push(`${where} starts from no state; name one in "from"`);
  for (const code of starts.filter((start) => !codes.includes(start))) {
    problems.push(`${where} starts from "${code}", which is no state; declare it or take it out of "from"`);
  }
  for (const guard of (transition.guards ?? []).filter((name) => !guardNames.includes(name))) {
    problems.push(`${where} names guard "${guard}", which is not declared; declare it or take it out`);
  }
  for (const role of (transition.roles ?? []).filter((code) => !roles.includes(code))) {
    problems.push(`${where} names role "${role}", which the site does not have; correct it or take it out`);
  }
  return problems;
}

/** States that no sequence of moves or edits reaches. */
function reachProblems(workflow: WorkflowDeclaration): string[] {
  const codes = workflow.states.map(({ code }) => code);
  if (!codes.includes(workflow.initial)) {
    return [`the initial state "${workflow.initial}" is no state; declare it or start elsewhere`];
  }
  const reached = new Set([workflow.initial]);
  for (const state of reached) {
    for (const transition of workflow.transitions) {
      if (transition.to !== null && startsOf(workflow, transition).includes(state))
        reached.add(transition.to);
    }
    const { publishing } = workflow;
    if (publishing?.needs === state) reached.add(publishing.editLeadsTo);
  }
  return codes
    .filter((code) => !reached.has(code))
    .map((code) => `state "${code}" cannot be reached; add a transition to it or remove it`);
}

function ruleProblems({ states, publishing, rollUp, migrations = {} }: WorkflowDeclaration): string[] {
  const codes = new Set(states.map(({ code }) => code));
  const unknown = (where: string, code: string) =>
    codes.has(code) ? [] : [`${where} names "${code}", which is no state`];
  return [
    ...(publishing
      ? [
          ...unknown('"publishing.needs"', publishing.needs),
          ...unknown('"publishing.editLeadsTo"', publishing.editLeadsTo),
        ]
      : []),
    ...(rollUp?.rules ?? []).flatMap(({ suggest }) => unknown('"rollUp"', suggest)),
    ...Object.entries(migrations).flatMap(([old, to]) => [
      ...unknown(`the migration of "${old}"`, to),
      ...(codes.has(old) ? [`"${old}" is migrated and still a state; remove the one or the other`] : []),
    ]),
  ];
}
