import type { WorkflowDeclaration } from '../workflow/definition';
import { COMMENT_ATTRIBUTES, PARENT, PRIVATE_ATTRIBUTES } from './attributes';
import { commentsError } from './config';
import { approvalOf, keyProblems } from './queue/moves';
import type { CommentsSettings } from './definition';

interface Attribute {
  readonly type: string;
  readonly relation?: string;
  readonly target?: string;
  readonly private?: boolean;
}

/** The part of a content type the check reads. */
export interface CommentsModel {
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly options?: { readonly draftAndPublish?: boolean };
}

/**
 * Checks the declaration of comments against the content types and workflows.
 * @throws Error that lists every problem; it stops the start
 */
export function checkCommentsModels(
  { contentType, subject, agency, workflow, notices }: CommentsSettings,
  modelOf: (contentType: string) => CommentsModel | undefined,
  workflows: readonly WorkflowDeclaration[],
): void {
  const model = modelOf(contentType);
  if (!model) throw commentsError([`there is no content type "${contentType}"`]);
  const { attributes } = model;
  const relation = (name: string, target?: string): string[] => {
    const found = attributes[name];
    if (found?.type !== 'relation') return [`"${contentType}" has no relation "${name}"`];
    return target === undefined || found.target === target
      ? []
      : [`"${contentType}.${name}" leads to "${found.target}", not to "${target}"`];
  };
  const moves = workflows.find((one) => one.contentType === contentType && one.name === workflow.name);
  const spam = moves?.transitions.find(({ name }) => name === workflow.markSpam);
  const agencyProblems = (): string[] => {
    if (!agency) return [];
    const target = attributes[agency.relation]?.target;
    const model = modelOf(target ?? '');
    return [
      ...relation(agency.relation),
      ...(model && !model.attributes[agency.name] ? [`"${target}" has no attribute "${agency.name}"`] : []),
    ];
  };

  const problems = [
    ...(model.options?.draftAndPublish ? [`"${contentType}" must not have drafts`] : []),
    ...Object.entries(COMMENT_ATTRIBUTES)
      .filter(([name, { type }]) => attributes[name]?.type !== type)
      .map(([name, { type }]) => `"${contentType}" needs the attribute "${name}" of the type "${type}"`),
    ...PRIVATE_ATTRIBUTES.filter((name) => attributes[name] && !attributes[name].private).map(
      (name) => `"${contentType}.${name}" must be private: it would be public otherwise`,
    ),
    ...relation(PARENT, contentType),
    ...relation(subject.relation, subject.contentType),
    ...agencyProblems(),
    ...(subject.open === undefined ||
    modelOf(subject.contentType)?.attributes[subject.open]?.type === 'boolean'
      ? []
      : [`"${subject.contentType}" needs the attribute "${subject.open}" of the type "boolean"`]),
    ...(moves ? [] : [`"${contentType}" has no workflow "${workflow.name}"`]),
    ...(moves && !moves.field ? [`workflow "${workflow.name}" needs a field that shows its state`] : []),
    ...[workflow.approved, notices.rejected]
      .filter((state) => moves && !moves.states.some(({ code }) => code === state))
      .map((state) => `workflow "${workflow.name}" has no state "${state}"`),
    ...(moves && !spam?.from.includes(moves.initial)
      ? [`workflow "${workflow.name}" has no transition "${workflow.markSpam}" from its first state`]
      : []),
    ...(moves && !approvalOf(moves, workflow.approved)
      ? [`workflow "${workflow.name}" has no transition from its first state that approves without asking`]
      : []),
    ...(moves ? keyProblems(moves, workflow.keys ?? {}) : []),
  ];
  if (problems.length > 0) throw commentsError(problems);
}
