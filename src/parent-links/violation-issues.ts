import type { Core } from '@strapi/strapi';
import { CONTENT_RULES } from '../content-rules/declarations';
import type { Issue } from '../content-rules/issue';
import type { Violation } from './violations';
import { parentRelations } from './child-relations';
import { documentNames } from './document-names';

/** A violation and its child. */
export type ChildViolation = Violation & { contentType: string; documentId: string };

interface Written {
  contentType: string;
  documentId: string | undefined;
}

/**
 * The violations of a write as issues: at the field of the form that was written, naming the child and its parent.
 * One issue for all children that a write to their parent would orphan.
 */
export async function violationIssues(
  strapi: Core.Strapi,
  violations: readonly ChildViolation[],
  written: Written,
): Promise<Issue[]> {
  const issues: Issue[] = [];
  const leftAlone = new Map<string, string[]>();
  for (const violation of violations) {
    const { contentType, documentId, attribute } = violation;
    const relation = parentRelations(strapi, contentType).find((one) => one.parentAttribute === attribute)!;
    const nameOf = async (type: string, id: string) => (await documentNames(strapi, type, [id]))(id);
    const isWritten = contentType === written.contentType && documentId === written.documentId;
    const path = [isWritten ? attribute : relation.childrenAttribute];
    if (violation.kind === 'parent-missing') {
      issues.push({ path, code: CONTENT_RULES[contentType]!.belongsTo!.code });
      continue;
    }
    if (violation.kind === 'orphaned' && !isWritten) {
      const names = leftAlone.get(relation.childrenAttribute) ?? [];
      leftAlone.set(relation.childrenAttribute, [...names, await nameOf(contentType, documentId)]);
      continue;
    }
    const parent = await nameOf(relation.parent, violation.parent);
    issues.push({ path, ...worded(violation, { parent, child: await nameOf(contentType, documentId) }) });
  }
  for (const [attribute, names] of leftAlone) {
    issues.push({
      path: [attribute],
      code: 'published-children',
      values: { children: names.join('; ') },
    });
  }
  return issues;
}

function worded(violation: Violation, values: { child: string; parent: string }): Omit<Issue, 'path'> {
  if (violation.kind === 'taken') return { code: 'child-has-parent', values };
  return violation.kind === 'orphaned'
    ? { code: 'published-needs-parent', values }
    : { code: 'parent-unpublished', values };
}
