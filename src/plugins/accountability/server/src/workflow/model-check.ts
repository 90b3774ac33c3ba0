import type { TransitionField, WorkflowDeclaration } from './definition';

interface Attribute {
  readonly type: string;
  readonly enum?: readonly string[];
  readonly target?: string;
  readonly pluginOptions?: { readonly i18n?: { readonly localized?: boolean } };
}

/** The part of a content type the check reads. */
export interface WorkflowModel {
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** Types of attributes a move can write. */
export const WRITABLE_TYPES = ['enumeration', 'string', 'text', 'richtext', 'integer', 'boolean', 'date'];

/**
 * Problems of the declarations against the content types. Pure.
 * @returns one line per problem: its place and remedy
 */
export function modelProblems(
  workflows: readonly WorkflowDeclaration[],
  modelOf: (uid: string) => WorkflowModel | undefined,
): string[] {
  return workflows.flatMap((workflow) => {
    const place = `workflow "${workflow.name}" of "${workflow.contentType}"`;
    const model = modelOf(workflow.contentType);
    if (!model) return [`${place}: there is no such content type; correct "contentType"`];
    const attributes = model.attributes as Readonly<Record<string, Attribute>>;
    return [
      ...fieldProblems(workflow, attributes),
      ...workflow.transitions.flatMap(({ name, fields = [] }) =>
        fields.flatMap((field) => writtenProblems(name, field, attributes)),
      ),
      ...relatedProblems(workflow, attributes, workflows),
    ].map((problem) => `${place}: ${problem}`);
  });
}

function fieldProblems(
  { field, states, migrations = {}, timeframe }: WorkflowDeclaration,
  attributes: Readonly<Record<string, Attribute>>,
): string[] {
  const problems: string[] = [];
  if (timeframe && attributes[timeframe]?.type !== 'component') {
    problems.push(`"timeframe" names "${timeframe}", which is no component of the content type`);
  }
  if (field === undefined) return problems;
  const attribute = attributes[field];
  if (!attribute) return [...problems, `field "${field}" is no attribute of the content type; add it there`];
  if (attribute.type !== 'enumeration') problems.push(`field "${field}" must be an enumeration`);
  if (attribute.pluginOptions?.i18n?.localized === true) {
    problems.push(`field "${field}" must not be localized: a status is one for all languages`);
  }
  const values = attribute.enum ?? [];
  for (const { code } of states.filter((state) => !values.includes(state.code))) {
    problems.push(`field "${field}" lacks the value "${code}"; add it to the enumeration`);
  }
  const declared = new Set([...states.map(({ code }) => code), ...Object.keys(migrations)]);
  for (const value of values.filter((candidate) => !declared.has(candidate))) {
    problems.push(`field "${field}" has the value "${value}", which is no state; remove it or declare it`);
  }
  return problems;
}

function writtenProblems(
  transition: string,
  { attribute: name }: TransitionField,
  attributes: Readonly<Record<string, Attribute>>,
): string[] {
  const attribute = attributes[name];
  if (!attribute) return [`transition "${transition}" asks for "${name}", which is no attribute`];
  return WRITABLE_TYPES.includes(attribute.type)
    ? []
    : [`transition "${transition}" asks for "${name}": a move cannot write the type "${attribute.type}"`];
}

function relatedProblems(
  { name, rollUp }: WorkflowDeclaration,
  attributes: Readonly<Record<string, Attribute>>,
  workflows: readonly WorkflowDeclaration[],
): string[] {
  if (!rollUp) return [];
  const relation = attributes[rollUp.relation];
  if (relation?.type !== 'relation') return [`"rollUp" names "${rollUp.relation}", which is no relation`];
  const parts = workflows.find((other) => other.name === name && other.contentType === relation.target);
  if (!parts?.field) {
    return [`"rollUp": "${relation.target}" has no workflow "${name}" with a field; declare one`];
  }
  const codes = new Set(parts.states.map(({ code }) => code));
  return rollUp.rules
    .flatMap(({ are }) => are)
    .filter((code) => !codes.has(code))
    .map((code) => `"rollUp" looks for "${code}", which is no state of "${relation.target}"`);
}
