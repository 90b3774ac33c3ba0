import type { Core } from '@strapi/strapi';
import type { Timeframe } from '../dates/partial-date';
import { failureEntries, sentence } from './errors';
import { isLocalized, type FieldAttribute } from './fields';
import { readHistory, stateView } from './history';
import { move } from './machine';
import { isOverdue } from './overdue';
import { permissionOf } from './permissions';
import { uidOf, workflowConfig, workflowsOf } from './registry';
import { guardFailures } from './requirements';
import { suggestRollUp, type Suggestion } from './roll-up';
import { draftRows, loadGuardContext, loadRows, loadState, type SubjectRow } from './document-state';
import type { Actor } from './actor';
import type { TransitionDeclaration, WorkflowDeclaration } from './definition';
import { textIn } from '../languages/localized-text';
import type { Language } from '../languages/request-language';

/** The panel's view of a document: for each workflow its state, the available moves, and the history. */
export async function documentWorkflows(
  strapi: Core.Strapi,
  contentType: string,
  documentId: string,
  actor: Actor,
  language: Language,
) {
  const config = workflowConfig(strapi);
  const rows = await loadRows(strapi, config, contentType, documentId);
  const workflows = [];
  for (const workflow of workflowsOf(config, contentType)) {
    const { state, version } = await loadState(strapi, strapi.db.connection, workflow, documentId, rows);
    const open = workflow.transitions.filter((transition) => move(workflow, state, transition.name).allowed);
    const facts = { ...(await loadGuardContext(strapi, config, workflow, open, rows)), fields: {} };
    const { timeframe, parts } = await loadViewContext(strapi, workflow, rows);
    workflows.push({
      workflow: workflow.name,
      labels: workflow.labels,
      field: workflow.field ?? null,
      state: stateView(workflow, state, config.languages),
      version,
      overdue: workflow.timeframe === undefined ? null : isOverdue(workflow, state, timeframe, facts.today),
      suggestion: parts && viewOfSuggestion(workflow, parts, config.languages),
      moves: open.map((transition) => {
        const permission = permissionOf(workflow, transition);
        const permitted = actor.may(permission);
        const closed = [
          ...(permitted
            ? []
            : [
                {
                  code: 'NOT_ALLOWED',
                  message: sentence(language, 'NOT_ALLOWED', { permission }),
                  messages: Object.fromEntries(
                    config.languages.map((one) => [one, sentence(one, 'NOT_ALLOWED', { permission })]),
                  ),
                },
              ]),
          ...failureEntries(
            closedBy(transition, facts, config.guards),
            config.guards,
            language,
            config.languages,
          ),
        ];
        return {
          transition: transition.name,
          labels: transition.labels,
          to: stateView(workflow, transition.to ?? state, config.languages),
          open: closed.length === 0,
          permitted,
          permission,
          reason: transition.reason ?? null,
          fields: fieldViews(strapi, workflow, transition, rows),
          closed,
        };
      }),
      history: await readHistory(strapi, [workflow], config.languages, [documentId], 'panel'),
    });
  }
  return { contentType, documentId, workflows };
}

/** A guard on a field of the dialog does not block the move in advance: the dialog is where it is met. */
function closedBy(
  transition: TransitionDeclaration,
  facts: Parameters<typeof guardFailures>[1],
  guards: Parameters<typeof guardFailures>[2],
) {
  const asked = Object.fromEntries((transition.fields ?? []).map(({ attribute }) => [attribute, 'given']));
  return guardFailures(transition, { ...facts, fields: asked }, guards);
}

async function loadViewContext(
  strapi: Core.Strapi,
  workflow: WorkflowDeclaration,
  rows: readonly SubjectRow[],
): Promise<{ timeframe: Timeframe | null; parts: Suggestion | null }> {
  const { timeframe, rollUp } = workflow;
  const partWorkflow = rollUp && partsWorkflow(strapi, workflow, rollUp.relation);
  if (!timeframe && !partWorkflow) return { timeframe: null, parts: null };
  const document: Record<string, unknown> = await strapi.db.query(uidOf(workflow.contentType)).findOne({
    where: { id: draftRows(rows)[0]?.id },
    populate: {
      ...(timeframe && { [timeframe]: true }),
      ...(rollUp && partWorkflow?.field && { [rollUp.relation]: { select: ['id', partWorkflow.field] } }),
    },
  });
  const parts = (rollUp && partWorkflow ? (document[rollUp.relation] ?? []) : []) as Record<
    string,
    unknown
  >[];
  return {
    timeframe: timeframe ? ((document[timeframe] ?? null) as Timeframe | null) : null,
    parts: partWorkflow
      ? suggestRollUp(
          workflow,
          partWorkflow,
          parts.map((part) => String(part[partWorkflow.field ?? ''] ?? partWorkflow.initial)),
        )
      : null,
  };
}

/** The workflow of the parts of a roll-up: of the same name, on the relation's content type. */
function partsWorkflow(
  strapi: Core.Strapi,
  { contentType, name }: WorkflowDeclaration,
  relation: string,
): WorkflowDeclaration | undefined {
  const attribute = strapi.contentType(uidOf(contentType)).attributes[relation] as { target?: string };
  return workflowsOf(workflowConfig(strapi), attribute.target ?? '').find((other) => other.name === name);
}

const viewOfSuggestion = (
  workflow: WorkflowDeclaration,
  { state, ...rest }: Suggestion,
  languages: readonly string[],
) => ({ ...rest, state: state === null ? null : stateView(workflow, state, languages) });

function fieldViews(
  strapi: Core.Strapi,
  { contentType }: WorkflowDeclaration,
  { fields = [] }: TransitionDeclaration,
  rows: readonly SubjectRow[],
) {
  const drafts = draftRows(rows);
  return fields.map(({ attribute: name, required = false }) => {
    const attribute = strapi.contentType(uidOf(contentType)).attributes[name] as unknown as FieldAttribute;
    const localized = isLocalized(attribute);
    return {
      attribute: name,
      type: attribute.type,
      ...(attribute.enum && { values: attribute.enum }),
      required,
      localized,
      value: localized
        ? Object.fromEntries(drafts.map((row) => [row.locale ?? '', row[name] ?? null]))
        : (drafts[0]?.[name] ?? null),
    };
  });
}

/** Declared states and transitions for frontends and the panel, `label` in the requested language. */
export function workflowViews(workflows: readonly WorkflowDeclaration[], locale: string) {
  return workflows.map(({ name, contentType, field, timeframe, labels, initial, states, transitions }) => ({
    workflow: name,
    contentType,
    field: field ?? null,
    /** Whether lists of the content type have the parameter `overdue`. */
    overdue: Boolean(timeframe && field),
    label: textIn(labels, locale),
    labels,
    initial,
    states: states.map(({ code, labels: words, colour, terminal = false, progressWeight = null }) => ({
      code,
      label: textIn(words, locale),
      labels: words,
      colour,
      terminal,
      progressWeight,
    })),
    transitions: transitions.map((transition) => ({
      transition: transition.name,
      label: textIn(transition.labels, locale),
      labels: transition.labels,
      from: transition.from === '*' ? states.map(({ code }) => code) : transition.from,
      to: transition.to,
      reason: transition.reason ?? null,
      fields: (transition.fields ?? []).map(({ attribute, required = false }) => ({ attribute, required })),
    })),
  }));
}
