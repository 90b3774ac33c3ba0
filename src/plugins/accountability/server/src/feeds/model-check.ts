import type { WorkflowDeclaration } from '../workflow/definition';
import type { ModelLookup } from '../datasets/content-model';
import type { FeedsConfig } from './config';
import { pageValues, valueNamed } from './page-path';

const TO_ONE = ['oneToOne', 'manyToOne'];
const NOT_TEXT = ['relation', 'component', 'media'];

/**
 * Problems of the feeds against the content types and workflows. One sentence per problem, empty without problems.
 */
export function feedsModelProblems(
  { documents, deadlines }: FeedsConfig,
  workflows: readonly WorkflowDeclaration[],
  lookup: ModelLookup,
): string[] {
  const problems: string[] = [];
  for (const { contentType, title, page, subjects = [] } of documents) {
    const model = lookup(contentType);
    if (!model) {
      problems.push(`feeds.documents: content type "${contentType}" does not exist; correct the uid`);
      continue;
    }
    for (const path of subjects.filter((one) => !isResolvable(contentType, one, lookup))) {
      problems.push(`feeds.documents: subject "${path}" is no path of public relations of "${contentType}"`);
    }
    const named = title === '' ? [] : [valueNamed(title)];
    for (const { relation, attribute: name, name: whole } of [...named, ...pageValues({ page })]) {
      const link = relation === null ? undefined : model.attributes[relation];
      const isLink = link !== undefined && !link.private && TO_ONE.includes(link.relation ?? '');
      const owner = relation === null ? model : isLink ? lookup(link.target ?? '') : undefined;
      const attribute = owner?.attributes[name];
      if (!attribute || attribute.private || NOT_TEXT.includes(attribute.type)) {
        problems.push(`feeds.documents: "${whole}" is no public attribute of "${contentType}"`);
      }
    }
  }
  for (const { contentType, timeframe, workflow, cancelled } of deadlines) {
    const attribute = lookup(contentType)?.attributes[timeframe];
    const component = attribute?.private ? undefined : lookup(attribute?.component ?? '');
    if (!component?.attributes.endDate || !component.attributes.endPrecision) {
      problems.push(
        `feeds.deadlines: "${timeframe}" of "${contentType}" is no public component with "endDate" and "endPrecision"`,
      );
    }
    const declared = workflows.find((one) => one.contentType === contentType && one.name === workflow);
    if (!declared?.field || declared.public === false) {
      problems.push(`feeds.deadlines: "${workflow}" is no public workflow of "${contentType}" with a field`);
    }
    for (const state of cancelled.filter((code) => !declared?.states.some((one) => one.code === code))) {
      problems.push(`feeds.deadlines: "${state}" is no state of "${workflow}"`);
    }
  }
  return problems;
}

/** Whether a path is one of public relations. */
function isResolvable(contentType: string, path: string, lookup: ModelLookup): boolean {
  let model = lookup(contentType);
  for (const relation of path.split('.')) {
    const attribute = model?.attributes[relation];
    if (attribute?.type !== 'relation' || attribute.private) return false;
    model = lookup(attribute.target ?? '');
  }
  return model !== undefined;
}
