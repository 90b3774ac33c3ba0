import type { Core } from '@strapi/strapi';
import type { Finding } from '../warnings/service';
import type { OpenDataConfig } from '../datasets/config';
import { uidOf } from '../workflow/registry';
import { FALLBACK_LANGUAGE, type LocalizedText } from '../languages/localized-text';
import { hasDocuments } from '../datasets/row-kinds';

/** Maximum findings listed per content type; all are counted. */
export const MAX_FINDINGS = 100;

/** Findings of a content type. */
export interface FindingGroup {
  readonly contentType: string;
  readonly labels: LocalizedText;
  readonly total: number;
  /** The first ones. */
  readonly findings: readonly Finding[];
}

/**
 * Groups findings by content type, in order.
 * @param limit how many of a group are kept; all are counted
 */
export async function groupFindings(
  found: AsyncIterable<Finding>,
  labelsOf: (contentType: string) => LocalizedText,
  limit = MAX_FINDINGS,
): Promise<FindingGroup[]> {
  const groups = new Map<string, { total: number; findings: Finding[] }>();
  for await (const finding of found) {
    const group = groups.get(finding.contentType) ?? { total: 0, findings: [] };
    groups.set(finding.contentType, group);
    group.total += 1;
    if (group.findings.length < limit) group.findings.push(finding);
  }
  return [...groups].map(([contentType, group]) => ({
    contentType,
    labels: labelsOf(contentType),
    ...group,
  }));
}

/** Plural name of a content type's documents: the title of its dataset, else Strapi's display name. */
export const contentTypeLabels =
  (strapi: Core.Strapi, { datasets }: Pick<OpenDataConfig, 'datasets'>) =>
  (contentType: string): LocalizedText =>
    datasets.find((dataset) => dataset.contentType === contentType && hasDocuments(dataset))?.labels ?? {
      [FALLBACK_LANGUAGE]: strapi.contentType(uidOf(contentType)).info.displayName,
    };
